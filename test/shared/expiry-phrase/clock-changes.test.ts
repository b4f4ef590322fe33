import { describe, expect, it } from 'vitest';
import { parseExpiryPhrase } from '../../../shared/expiry-phrase.ts';
import { resolveExpiry } from '../../../shared/expiry.ts';
import { defaultContext } from '../../../shared/locale-week.ts';
import { at } from './support.ts';

describe('on the days that clocks move', () => {
  const inBerlin = defaultContext('Europe/Berlin', 'de-DE');
  /** Before the clocks go forward from 2:00 to 3:00, and back from 3:00 to 2:00. */
  const [forward, back] = [at('2026-03-29T01:30+01:00'), at('2026-10-25T01:30+02:00')];

  it.each([
    [forward, '2h', '2026-03-29T04:30:00+02:00'],
    [forward, 'до 2:30', '2026-03-29T03:30:00+02:00'],
    [forward, 'end of day', '2026-03-29T23:59:59.999+02:00'],
    [forward, 'tomorrow', '2026-03-30T09:00:00+02:00'],
    [back, 'через 2 часа', '2026-10-25T02:30:00+01:00'],
    [back, '2:30', '2026-10-25T02:30:00+02:00'],
    [back, 'завтра в 15:00', '2026-10-26T15:00:00+01:00'],
    [back, 'through Sunday', 'ambiguous'],
  ])('said at %d, “%s” is %s', (now, text, end) => {
    const result = parseExpiryPhrase(text, now, inBerlin);
    const resolved = result.ok ? resolveExpiry(result.rule, now, inBerlin) : null;
    const instant = resolved?.ok && resolved.value !== null ? new Date(resolved.value).toISOString() : null;
    expect(instant ?? (result.ok ? '' : result.reason)).toBe(
      end === 'ambiguous' ? end : new Date(at(end)).toISOString(),
    );
  });
});
