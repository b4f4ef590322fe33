import { describe, expect, it } from 'vitest';
import { networkError } from '../../../../electron/services/pachca/network-error.ts';
import { TOKEN } from './support.ts';

const withCode = (code: string, message = 'something'): Error => Object.assign(new Error(message), { code });

/** As Node's `fetch` rejects: what happened is in the cause. */
const undici = (cause: unknown): Error => new TypeError('fetch failed', { cause });

/** As Electron's `net.fetch` rejects. */
const chromium = (message: string): Error => new Error(message);

describe('networkError', () => {
  it.each([
    ['an unknown host', undici(withCode('ENOTFOUND', 'getaddrinfo ENOTFOUND x')), 'host', 'ENOTFOUND'],
    ['an unknown host under Electron', chromium('net::ERR_NAME_NOT_RESOLVED'), 'host', 'ERR_NAME_NOT_RESOLVED'],
    ['a refused connection', undici(withCode('ECONNREFUSED')), 'refused', 'ECONNREFUSED'],
    ['one under Electron', chromium('net::ERR_CONNECTION_REFUSED'), 'refused', 'ERR_CONNECTION_REFUSED'],
    [
      'several addresses that all refuse, one of them for want of IPv6',
      undici(new AggregateError([withCode('ENETUNREACH'), withCode('ECONNREFUSED')])),
      'refused',
      'ECONNREFUSED',
    ],
    ['a dropped connection', undici(withCode('UND_ERR_SOCKET', 'other side closed')), 'broken', 'UND_ERR_SOCKET'],
    ['a reset connection', undici(withCode('ECONNRESET')), 'broken', 'ECONNRESET'],
    ['a reset one under Electron', chromium('net::ERR_CONNECTION_RESET'), 'broken', 'ERR_CONNECTION_RESET'],
    ['an answer that is none', chromium('net::ERR_EMPTY_RESPONSE'), 'broken', 'ERR_EMPTY_RESPONSE'],
    ['another network', chromium('net::ERR_NETWORK_CHANGED'), 'broken', 'ERR_NETWORK_CHANGED'],
    ['a proxy that is gone', chromium('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy', 'ERR_PROXY_CONNECTION_FAILED'],
    ['a proxy that refuses', chromium('net::ERR_TUNNEL_CONNECTION_FAILED'), 'proxy', 'ERR_TUNNEL_CONNECTION_FAILED'],
    ['an error that tells nothing', new Error('?'), 'other', 'unknown'],
    ['something that is no error', 'boom', 'other', 'unknown'],
  ] as const)('finds no way to the server because of %s', (_, error, kind, reason) => {
    expect(networkError(error, 1)).toEqual({ code: 'unreachable', params: { kind, reason } });
  });

  it.each([
    ['no route', undici(withCode('ENETUNREACH')), 'ENETUNREACH'],
    ['no answer of any name server', undici(withCode('EAI_AGAIN')), 'EAI_AGAIN'],
    ['no network under Electron', chromium('net::ERR_INTERNET_DISCONNECTED'), 'ERR_INTERNET_DISCONNECTED'],
    ['no route under Electron', chromium('net::ERR_ADDRESS_UNREACHABLE'), 'ERR_ADDRESS_UNREACHABLE'],
    ['a computer about to sleep', chromium('net::ERR_NETWORK_IO_SUSPENDED'), 'ERR_NETWORK_IO_SUSPENDED'],
  ])('calls %s offline, with a short code', (_, error, reason) => {
    expect(networkError(error, 1)).toEqual({ code: 'offline', params: { reason } });
  });

  it.each([
    ['a self-signed certificate', undici(withCode('DEPTH_ZERO_SELF_SIGNED_CERT')), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['an expired certificate', undici(withCode('CERT_HAS_EXPIRED')), 'CERT_HAS_EXPIRED'],
    ['an unknown issuer', undici(withCode('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')), 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['another host’s certificate', undici(withCode('ERR_TLS_CERT_ALTNAME_INVALID')), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [
      'a certificate behind one of several addresses',
      undici(new AggregateError([withCode('ECONNREFUSED'), withCode('SELF_SIGNED_CERT_IN_CHAIN')])),
      'SELF_SIGNED_CERT_IN_CHAIN',
    ],
    ['a server that speaks no TLS', undici(withCode('ERR_SSL_WRONG_VERSION_NUMBER')), 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['the same under Electron', chromium('net::ERR_SSL_PROTOCOL_ERROR'), 'ERR_SSL_PROTOCOL_ERROR'],
    ['an unknown authority under Electron', chromium('net::ERR_CERT_AUTHORITY_INVALID'), 'ERR_CERT_AUTHORITY_INVALID'],
  ])('tells %s from being offline', (_, error, reason) => {
    expect(networkError(error, 1)).toEqual({ code: 'certificate', params: { reason } });
  });

  it.each([
    undici(withCode('ETIMEDOUT')),
    undici(withCode('UND_ERR_CONNECT_TIMEOUT')),
    chromium('net::ERR_CONNECTION_TIMED_OUT'),
    chromium('net::ERR_TIMED_OUT'),
  ])('takes the system’s own time limits as such (%#)', (error) => {
    expect(networkError(error, 7)).toEqual({ code: 'timeout', params: { seconds: 7 } });
  });

  it('knows the way Electron refuses a redirect', () => {
    expect(networkError(chromium('Redirect was cancelled'), 1)).toEqual({
      code: 'redirected',
      params: { status: null },
    });
  });

  it.each(['HPE_INVALID_CONSTANT', 'Z_DATA_ERROR'])('takes %s as an answer that is not HTTP', (code) => {
    expect(networkError(undici(withCode(code)), 1)).toEqual({
      code: 'bad_response',
      params: { reason: `not HTTP (${code})` },
    });
  });

  it('repeats no message: it may hold the address or the header', () => {
    const error = undici(
      Object.assign(new Error(`Bearer ${TOKEN} is an invalid header value`), { code: `Bearer ${TOKEN}` }),
    );
    expect(JSON.stringify(networkError(error, 1))).not.toContain(TOKEN);
  });

  it('comes to an end where causes go round in a circle', () => {
    const error = new Error('a');
    error.cause = error;
    expect(networkError(error, 1)).toEqual({ code: 'unreachable', params: { kind: 'other', reason: 'unknown' } });
  });
});
