import { afterEach, expect, test, vi } from 'vitest';
import { systemTimeZone } from '../../../electron/services/time-zone.ts';

afterEach(() => vi.unstubAllEnvs());

test('The zone is an IANA name that Temporal knows', () => {
  vi.stubEnv('TZ', undefined);
  expect(() => Temporal.Now.zonedDateTimeISO(systemTimeZone())).not.toThrow();
});

test('A zone fixed with TZ stays fixed, and the system’s is back when it is gone', () => {
  vi.stubEnv('TZ', undefined);
  const ofTheSystem = systemTimeZone();
  vi.stubEnv('TZ', 'Pacific/Chatham');
  expect(systemTimeZone()).toBe('Pacific/Chatham');
  expect(process.env['TZ']).toBe('Pacific/Chatham');
  vi.stubEnv('TZ', undefined);
  expect(systemTimeZone()).toBe(ofTheSystem);
});
