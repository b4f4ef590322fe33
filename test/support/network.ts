import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Keeps tests off the network: whatever tries to leave this computer is refused as if the cable were out, and
 * remembered, so that a test whose code swallowed the failure fails all the same. Loopback and local sockets pass.
 */

const attempts: string[] = [];

/** Takes (and forgets) what tried to leave this computer since the last call, such as `connect api.example.com:443`. */
export function takeNetworkAttempts(): string[] {
  return attempts.splice(0);
}

/** Call once in each process that runs tests. Covers TCP, TLS, HTTP, `fetch`, DNS queries and UDP. */
export function blockNetwork(): void {
  guardConnect();
  guardDns();
  guardUdp();
  // So that `import { lookup } from 'node:dns'` gets the guarded one too.
  syncBuiltinESMExports();
}

function isLocal(host: string | null | undefined): boolean {
  if (!host) return true;
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || (net.isIPv4(name) && name.startsWith('127.'));
}

function refuse(what: string): NodeJS.ErrnoException {
  attempts.push(what);
  return Object.assign(new Error(`Tests must not use the network: ${what}`), { code: 'ENETUNREACH' });
}

/** Everything that connects goes through this one method: http, https, tls, undici's fetch. */
function guardConnect(): void {
  replace(net.Socket.prototype, 'connect', (original, self, args) => {
    const { host, port } = target(args);
    if (isLocal(host)) return Reflect.apply(original, self, args);
    const error = refuse(`connect ${host ?? ''}:${String(port)}`);
    process.nextTick(() => (self as net.Socket).destroy(error));
    return self;
  });
}

/** The forms of `connect`: (options), (port, host?), (path), and Node's own ([options, callback]). */
function target(args: unknown[]): { host?: string | undefined; port?: unknown } {
  const [first, second] = args;
  if (Array.isArray(first)) return target(first);
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as { host?: string; port?: unknown; path?: unknown };
    return path ? {} : { host, port };
  }
  return { host: typeof second === 'string' ? second : undefined, port: first };
}

type Callback = (error: Error) => void;

function guardDns(): void {
  for (const owner of [dns, dns.Resolver.prototype]) {
    for (const name of queries(owner)) {
      replace(owner, name, (original, self, args) => {
        const [host] = args;
        if (typeof host !== 'string' || isLocal(host) || net.isIP(host)) return Reflect.apply(original, self, args);
        const error = refuse(`${name} ${host}`);
        process.nextTick(args.at(-1) as Callback, error);
        return undefined;
      });
    }
  }
  for (const owner of [dns.promises, dns.promises.Resolver.prototype]) {
    for (const name of queries(owner)) {
      replace(owner, name, (original, self, args) => {
        const [host] = args;
        if (typeof host !== 'string' || isLocal(host) || net.isIP(host)) return Reflect.apply(original, self, args);
        return Promise.reject(refuse(`${name} ${host}`));
      });
    }
  }
}

function queries(owner: object): string[] {
  return Object.getOwnPropertyNames(owner).filter((name) => /^(lookup|resolve|reverse)/.test(name));
}

function guardUdp(): void {
  replace(dgram.Socket.prototype, 'connect', (original, self, args) => {
    const host = args.find((arg) => typeof arg === 'string');
    if (!isLocal(host)) throw refuse(`udp ${host ?? ''}`);
    return Reflect.apply(original, self, args);
  });
  replace(dgram.Socket.prototype, 'send', (original, self, args) => {
    // (message, [offset, length,] [port,] [address,] [callback]): a string after the message is the address.
    const host = args.slice(1).find((arg) => typeof arg === 'string');
    if (!isLocal(host)) throw refuse(`udp ${host ?? ''}`);
    return Reflect.apply(original, self, args);
  });
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

function replace(
  owner: object,
  name: string,
  guarded: (original: AnyFunction, self: unknown, args: unknown[]) => unknown,
): void {
  const original = Reflect.get(owner, name) as unknown;
  if (typeof original !== 'function') return;
  const wrapper = function (this: unknown, ...args: unknown[]): unknown {
    return guarded(original as AnyFunction, this, args);
  };
  Object.assign(wrapper, original);
  Reflect.set(owner, name, wrapper);
}
