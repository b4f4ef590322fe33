import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_API_URL, parseApiUrl } from '../../../../electron/services/pachca/api-url.ts';

describe('parseApiUrl', () => {
  it.each([undefined, '', '  '])('stands for Pachca itself when it is %j', (value) => {
    expect(parseApiUrl(value)).toEqual({ ok: true, value: DEFAULT_API_URL });
    expect(DEFAULT_API_URL).toBe('https://api.pachca.com/api/shared/v1');
  });

  it.each([
    ['https://pachca.example/api/shared/v1', 'https://pachca.example/api/shared/v1'],
    ['https://pachca.example:8443/api/', 'https://pachca.example:8443/api'],
    ['https://pachca.example', 'https://pachca.example'],
    ['HTTPS://Pachca.Example/API//', 'https://pachca.example/API'],
    ['http://127.0.0.1:3000/api/shared/v1', 'http://127.0.0.1:3000/api/shared/v1'],
    ['http://127.8.9.10/', 'http://127.8.9.10'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000/x', 'http://[::1]:3000/x'],
  ])('takes %s', (value, expected) => {
    expect(parseApiUrl(value)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['plain http to another computer', 'http://pachca.example/api'],
    ['a host that only begins like loopback', 'http://127.0.0.1.evil.example'],
    ['a host that only looks like localhost', 'http://localhost.evil.example'],
    ['an address of all interfaces', 'http://0.0.0.0:3000'],
    ['loopback hidden behind credentials', 'http://127.0.0.1@evil.example'],
    ['a user name', 'https://user@pachca.example'],
    ['a password', 'https://:secret@pachca.example'],
    ['a query', 'https://pachca.example/api?x=1'],
    ['an empty query', 'https://pachca.example/api?'],
    ['a fragment', 'https://pachca.example/api#x'],
    ['another protocol', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['no protocol', 'api.pachca.com/api/shared/v1'],
    ['no host', 'https:///api'],
    ['a protocol with one slash', 'https:/pachca.example'],
    ['backslashes', 'https:\\\\pachca.example'],
    ['a line break inside', 'https://pachca.example/\napi'],
    ['a port that is none', 'https://pachca.example:99999'],
  ])('refuses %s', (_, value) => {
    expect(parseApiUrl(value)).toEqual({ ok: false, reason: expect.stringMatching(/\.$/) as string });
  });

  it('never repeats the value, which may hold a secret', () => {
    const result = parseApiUrl('https://user:hunter2@pachca.example');
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it('gives addresses that are https or loopback, and that read the same again, whatever it is given', () => {
    const part = fc.constantFrom(
      ...['http://', 'https://', 'localhost', '127.0.0.1', '[::1]', '0x7f.1', 'evil.example', 'a', 'Ж', '8080', '%2e'],
      ...['.', '..', ':', '@', '/', '//', '\\', '?', '#', ' ', '\n', '\u200b'],
    );
    const address = fc.tuple(fc.constantFrom('', 'http://', 'https://'), fc.array(part, { maxLength: 6 }));
    fc.assert(
      fc.property(address, ([start, parts]) => {
        const result = parseApiUrl(start + parts.join(''));
        if (!result.ok) return;
        expect(parseApiUrl(result.value)).toEqual(result);
        const { protocol, hostname } = new URL(result.value);
        expect(protocol === 'https:' || /^(localhost|127\..*|\[::1\])$/.test(hostname)).toBe(true);
        expect(result.value).not.toMatch(/[/\s?#]$/);
      }),
    );
  });
});
