import { describe, expect, it } from 'vitest';
import { PHRASE_LIMIT } from '../../../shared/expiry-phrase.ts';
import { parse } from './support.ts';

describe('what has passed is refused, with what may have been meant', () => {
  it.each([
    ['9:00', 'past, or 21:00, or 2026-11-26 9:00'],
    ['09:00', 'past, or 2026-11-26 9:00'],
    ['until noon', 'past, or 2026-11-26 12:00'],
    ['9 утра', 'past, or 2026-11-26 9:00'],
    ['today 9:00', 'past, or 21:00, or 2026-11-26 9:00'],
    ['today 09:00', 'past, or 2026-11-26 9:00'],
    ['10 Dec 2025', 'past, or 2026-12-10 firstDayBack'],
    ['2026-11-24', 'past, or 2027-11-24 firstDayBack'],
    ['25.11.2026 11:59', 'past, or 2026-11-26 11:59'],
    ['10/12/2025', 'past, or 2026-12-10 firstDayBack, or 2027-10-12 firstDayBack'],
    ['this Monday', 'past, or weekday 1'],
    ['this Wednesday', 'past, or endOfDay, or weekday 3'],
    ['в эту среду', 'past, or endOfDay, or weekday 3'],
    ['this Wednesday at 10:00', 'past, or 2026-11-26 10:00, or 2026-12-02 10:00'],
    ['last Friday', 'past, or weekday 5'],
    ['сегодня в 00:00', 'past, or endOfDay'],
    ['today at 0:00', 'past, or endOfDay'],
    ['12 дня', 'past, or 2026-11-26 12:00'],
    ['0930', 'past, or 2026-11-26 9:30'],
    ['yesterday', 'past, or nothing'],
    ['вчера в 10:00', 'past, or nothing'],
    ['2 hours ago', 'past, or nothing'],
    ['час назад', 'past, or nothing'],
    ['last week', 'past, or nothing'],
  ])('“%s”: %s', (text, meaning) => {
    expect(parse(text)).toBe(meaning);
  });
});

describe('what is not understood is named', () => {
  it.each([
    ['до обеда', 'обеда'],
    ['until lunch', 'lunch'],
    ['when I am done', 'when'],
    ['tomorrow at', 'at'],
    ['до конца', 'до конца'],
    ['hours', 'hours'],
    ['на часов', 'на часов'],
    ['через вечер', 'через вечер'],
    ['0', '0'],
    ['2020', '2020'],
    ['2030', '2030'],
    ['2500', '2500'],
    ['на 2020', 'на 2020'],
    ['2-3 hours', '2-3'],
    ['10-15 minutes', '10-15 minutes'],
    ['5 to 6', '5 to 6'],
    ['с 10 до 12', 'с 10 до 12'],
    ['через неделю в пятницу', 'в пятницу'],
    ['next week', 'next week'],
    ['10-12', '10-12'],
    ['never ever', 'ever'],
    ['2 hours or so', 'or so'],
    ['maybe 2 hours', 'maybe'],
    ['до Понедельника!', '!'],
    ['2 hours tomorrow', 'tomorrow'],
    ["until 2 o'clock and", 'and'],
    ['until 2 hours', 'hours'],
    ['30 seconds', 'seconds'],
    ['30m 2h', '2h'],
    ['2h 3h', '3h'],
    ['0 min', '0 min'],
    ['1.33 h', '1.33 h'],
    ['-2h', '-'],
    ['25:00', '25:00'],
    ['18:60', '18:60'],
    ['18:30:15', '18:30:15'],
    ['13pm', '13pm'],
    ['18:30 pm', '18:30 pm'],
    ['until 18:30 pm', 'pm'],
    ['31 февраля', '31 февраля'],
    ['Feb 30', 'Feb 30'],
    ['2027-02-29', '2027-02-29'],
    ['32.01', '32.01'],
    ['Fri 10 Dec', 'Fri 10 Dec'],
    ['until', 'until'],
    ['до', 'до'],
    ['.', '.'],
    [', ,', ', ,'],
    ['🏖️', '🏖️'],
    ['сбрасывать', 'сбрасывать'],
  ])('in “%s”: %s', (text, part) => {
    expect(parse(text)).toBe(`not understood: ${part}`);
  });

  it('and nothing at all is no mistake', () => {
    expect(parse('')).toBe('nothing');
    expect(parse(' \u00a0\n')).toBe('nothing');
  });

  it('even where it is longer than anybody writes', () => {
    const long = `2h${' '.repeat(PHRASE_LIMIT)}2m`;
    expect(parse(long)).toBe(`not understood: ${long}`);
  });
});
