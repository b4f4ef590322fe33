import { describe, expect, it } from 'vitest';
import { parseExpiryPhrase } from '../../../shared/expiry-phrase.ts';
import { inMoscow, noon, parse } from './support.ts';

describe('how it is written does not matter', () => {
  it.each([
    ['ё or е', 'ещё 2 часа', 'еще 2 часа'],
    ['no-break spaces', '1\u00a0ч\u202f30\u00a0мин', '1 ч 30 мин'],
    ['capitals', 'До Пн', 'до пн'],
    ['letters in two pieces, as macOS pastes them', 'до понедельника'.normalize('NFD'), 'до понедельника'],
    ['quotation marks', '«до понедельника»', 'до понедельника'],
    ['other quotation marks', '“until Monday”', 'until Monday'],
    ['apostrophes around it', "'until Monday'", 'until Monday'],
    ['marks of direction', '\u200e18\u200e:\u200e30\u200f', '18:30'],
    ['marks of direction around it', '\u2068до понедельника\u2069', 'до понедельника'],
    ['spaces of no width', '\ufeffuntil\u200b Monday', 'until Monday'],
    ['hyphens', 'end-of-day', 'end of day'],
    ['commas', 'Mon, 10:00', 'Mon 10:00'],
    ['both languages at once', 'до Monday', 'until пн'],
  ])('%s', (_, one, other) => {
    expect(parse(one)).toBe(parse(other));
    expect(parseExpiryPhrase(one, noon, inMoscow).ok).toBe(true);
  });
});
