import { describe, expect, it } from 'vitest';
import { at, parse } from './support.ts';

describe('a part of today or of this week', () => {
  it.each([
    ['today', 'endOfDay'],
    ['for today', 'endOfDay'],
    ['end of day', 'endOfDay'],
    ['until the end of the day', 'endOfDay'],
    ['end of today', 'endOfDay'],
    ['eod', 'endOfDay'],
    ['by EOD', 'endOfDay'],
    ['tonight', 'endOfDay'],
    ['end of work day', 'endOfWorkDay'],
    ['end of the working day', 'endOfWorkDay'],
    ['until end of workday', 'endOfWorkDay'],
    ['end of work', 'endOfWorkDay'],
    ['this evening', '18:00'],
    ['until evening', 'endOfWorkDay'],
    ['this week', 'endOfWeek'],
    ['end of week', 'endOfWeek'],
    ['until the end of this week', 'endOfWeek'],
    ['eow', 'endOfWeek'],
    ['end of month', '2026-11-30 lastDayAway'],
    ['until end of December', '2026-12-31 lastDayAway'],
    ['end of tomorrow', '2026-11-26 lastDayAway'],
    ['EOY', '2026-12-31 lastDayAway'],
    ['end of year', '2026-12-31 lastDayAway'],
    ['end of next month', '2026-12-31 lastDayAway'],
    ['end of the quarter', '2026-12-31 lastDayAway'],
    ['EOD Friday', '2026-11-27 lastDayAway'],
    ['Friday EOD', '2026-11-27 lastDayAway'],
    ['end of day on Friday', '2026-11-27 lastDayAway'],
    ['EOD tomorrow', '2026-11-26 lastDayAway'],
    ['COB Friday', '2026-11-27 18:00'],
    ['end of work on Friday', '2026-11-27 18:00'],
    ['all day', 'endOfDay'],
    ['for the day', 'endOfDay'],
    ['for the rest of the week', 'endOfWeek'],
    ['until new year', '2026-12-31 lastDayAway'],
    ['this weekend', '2026-11-29 lastDayAway'],
    ['until the weekend', '2026-11-27 lastDayAway'],
    ['after the weekend', 'weekday 1'],
    ['на весь день', 'endOfDay'],
    ['в течение дня', 'endOfDay'],
    ['в пятницу до конца дня', '2026-11-27 lastDayAway'],
    ['до конца рабочего дня пятницы', '2026-11-27 18:00'],
    ['до конца года', '2026-12-31 lastDayAway'],
    ['до конца следующей недели', '2026-12-06 lastDayAway'],
    ['до конца квартала', '2026-12-31 lastDayAway'],
    ['до нового года', '2026-12-31 lastDayAway'],
    ['до выходных', '2026-11-27 lastDayAway'],
    ['на выходные', '2026-11-29 lastDayAway'],
    ['после выходных', 'weekday 1'],
    ['сегодня', 'endOfDay'],
    ['на сегодня', 'endOfDay'],
    ['до конца дня', 'endOfDay'],
    ['до конца сегодняшнего дня', 'endOfDay'],
    ['в конце дня', 'endOfDay'],
    ['конец дня', 'endOfDay'],
    ['до конца рабочего дня', 'endOfWorkDay'],
    ['до конца работы', 'endOfWorkDay'],
    ['до вечера', 'endOfWorkDay'],
    ['вечером', 'endOfWorkDay'],
    ['сегодня вечером', '18:00'],
    ['до конца недели', 'endOfWeek'],
    ['до конца этой недели', 'endOfWeek'],
    ['на этой неделе', 'endOfWeek'],
    ['до конца месяца', '2026-11-30 lastDayAway'],
    ['до конца января', '2027-01-31 lastDayAway'],
    ['до конца завтрашнего дня', '2026-11-26 lastDayAway'],
  ])('“%s” is %s', (text, meaning) => {
    expect(parse(text)).toBe(meaning);
  });

  it('that has passed is refused: the evening once work has ended', () => {
    const late = at('2026-11-25T20:00+03:00');
    expect(parse('до вечера', late)).toBe('past, or 2026-11-26 18:00');
    expect(parse('до конца рабочего дня', late)).toBe('endOfWorkDay');
    const saturday = at('2026-11-28T12:00+03:00');
    expect(parse('до выходных', saturday)).toBe('past, or 2026-12-04 lastDayAway');
  });
});

describe('no end', () => {
  it.each([
    'never',
    'Forever',
    "don't clear",
    'don’t clear',
    'dont clear',
    'until I clear it',
    'не сбрасывать',
    'Не сбрасывать.',
    'бессрочно',
    'пока не сброшу',
  ])('“%s”', (text) => {
    expect(parse(text)).toBe('none');
  });
});
