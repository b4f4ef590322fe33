import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpiryPhrase, PHRASE_LIMIT, type PhraseResult } from '../../shared/expiry-phrase.ts';
import { resolveExpiry, type ExpiryContext, type ExpiryRule, type Weekday } from '../../shared/expiry.ts';
import { describeRule, formatMoment, formatUntil, type TimeStyle } from '../../shared/format.ts';
import { defaultContext } from '../../shared/locale-week.ts';

const inMoscow = defaultContext('Europe/Moscow', 'ru-RU');
/** Epoch milliseconds of a moment that is written with its offset. */
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
/** A Wednesday. */
const noon = at('2026-11-25T12:00+03:00');

/** A result in a few words, so that a phrase and its meaning fit one line. */
function said(result: PhraseResult): string {
  if (result.ok) return inWords(result.rule);
  switch (result.reason) {
    case 'empty':
      return 'nothing';
    case 'notUnderstood':
      return `not understood: ${result.at}`;
    case 'past':
      return `past, or ${result.options.map(inWords).join(', or ') || 'nothing'}`;
    case 'ambiguous':
      return result.options.map(inWords).join(', or ');
  }
}

function inWords(rule: ExpiryRule): string {
  const time = (each: { hour: number; minute: number }) => `${each.hour}:${String(each.minute).padStart(2, '0')}`;
  switch (rule.kind) {
    case 'none':
    case 'endOfDay':
    case 'endOfWorkDay':
    case 'endOfWeek':
    case 'tomorrowMorning':
      return rule.kind;
    case 'duration':
      return `${rule.minutes} min`;
    case 'nextWeekday':
      return `weekday ${rule.weekday}`;
    case 'time':
      return time(rule);
    case 'date':
      return `${rule.date} ${rule.means}`;
    case 'dateTime':
      return `${rule.date} ${time(rule)}`;
  }
}

const parse = (text: string, now = noon, context = inMoscow) => said(parseExpiryPhrase(text, now, context));

describe('a length of time', () => {
  it.each([
    ['2h', '120 min'],
    ['2 h', '120 min'],
    ['2H', '120 min'],
    ['90m', '90 min'],
    ['90 min', '90 min'],
    ['1h30m', '90 min'],
    ['1h 30m', '90 min'],
    ['1h30', '90 min'],
    ['1.5h', '90 min'],
    ['1,5h', '90 min'],
    ['1.25 hours', '75 min'],
    ['2 hours', '120 min'],
    ['two hours', '120 min'],
    ['2 hours and 15 minutes', '135 min'],
    ['30 min', '30 min'],
    ['30 mins.', '30 min'],
    ['thirty minutes', '30 min'],
    ['an hour', '60 min'],
    ['one hour', '60 min'],
    ['half an hour', '30 min'],
    ['for half an hour', '30 min'],
    ['an hour and a half', '90 min'],
    ['2 and a half hours', '150 min'],
    ['two hours and a half', '150 min'],
    ['for 2 hours', '120 min'],
    ['for the next 2 hours', '120 min'],
    ['in 2 hours', '120 min'],
    ['2 days', '2880 min'],
    ['for a week', '10080 min'],
    ['in 2 weeks', '20160 min'],
    ['1 day 2 hours', '1560 min'],
    ['2ч', '120 min'],
    ['2 ч', '120 min'],
    ['2 ч.', '120 min'],
    ['1,5 ч', '90 min'],
    ['90 мин', '90 min'],
    ['90 минут', '90 min'],
    ['1 ч 30 мин', '90 min'],
    ['1ч30м', '90 min'],
    ['1 час и 15 минут', '75 min'],
    ['час', '60 min'],
    ['на час', '60 min'],
    ['на 1 час', '60 min'],
    ['на 2 часа', '120 min'],
    ['на два часа', '120 min'],
    ['на 5 часов', '300 min'],
    ['5 часов', '300 min'],
    ['ещё на 2 часа', '120 min'],
    ['еще 15 минут', '15 min'],
    ['через 2 часа', '120 min'],
    ['через час', '60 min'],
    ['через минуту', '1 min'],
    ['на полчаса', '30 min'],
    ['полчаса', '30 min'],
    ['через пол часа', '30 min'],
    ['полтора часа', '90 min'],
    ['на полтора часа', '90 min'],
    ['2 с половиной часа', '150 min'],
    ['час с половиной', '90 min'],
    ['на день', '1440 min'],
    ['на 2 дня', '2880 min'],
    ['на неделю', '10080 min'],
    ['через две недели', '20160 min'],
    ['24 ч', '1440 min'],
  ])('“%s” is %s', (text, meaning) => {
    expect(parse(text)).toBe(meaning);
  });
});

describe('a time', () => {
  it.each([
    ['18:30', '18:30'],
    ['18:30.', '18:30'],
    ['at 18:30', '18:30'],
    ['until 18:30', '18:30'],
    ['till 18:30', '18:30'],
    ['by 18:30', '18:30'],
    ['back at 18:30', '18:30'],
    ['6:30pm', '18:30'],
    ['6:30 PM', '18:30'],
    ['6:30 p.m.', '18:30'],
    ['6pm', '18:00'],
    ['until 6 pm', '18:00'],
    ['6 in the evening', '18:00'],
    ["until 3 o'clock in the afternoon", '15:00'],
    ['until 18', '18:00'],
    ['at 18', '18:00'],
    ['12:30pm', '12:30'],
    ['today 18:30', '18:30'],
    ['today at 18:30', '18:30'],
    ['18:30 today', '18:30'],
    ['midnight', 'endOfDay'],
    ['until midnight', 'endOfDay'],
    ['12am', 'endOfDay'],
    ['24:00', 'endOfDay'],
    ['0:00', 'endOfDay'],
    ['до 18:30', '18:30'],
    ['до 18.30', '18:30'],
    ['в 18:30', '18:30'],
    ['к 18:30', '18:30'],
    ['до 18', '18:00'],
    ['в 18', '18:00'],
    ['до 18 часов', '18:00'],
    ['до 18 ч', '18:00'],
    ['до 6 вечера', '18:00'],
    ['до шести вечера', '18:00'],
    ['в 2 часа дня', '14:00'],
    ['до 2 дня', '14:00'],
    ['в час дня', '13:00'],
    ['до часу дня', '13:00'],
    ['до 11 ночи', '23:00'],
    ['до 12 ночи', 'endOfDay'],
    ['сегодня в 18:30', '18:30'],
    ['сегодня до 18:30', '18:30'],
    ['до 18:30 сегодня', '18:30'],
    ['до полуночи', 'endOfDay'],
    ['вернусь в 18:30', '18:30'],
    ['вернусь к 18', '18:00'],
    // After "в" it is a time; else it is a date, because it can be one.
    ['в 18.10', '18:10'],
    ['до 18.10', '2027-10-18 firstDayBack'],
  ])('“%s” is %s', (text, meaning) => {
    expect(parse(text)).toBe(meaning);
  });

  it.each([
    ['noon', '12:00'],
    ['until noon', '12:00'],
    ['midday', '12:00'],
    ['до полудня', '12:00'],
    ['6:30', '6:30'],
    ['06:30', '6:30'],
    ['9 утра', '9:00'],
    ['до девяти утра', '9:00'],
    ['in the morning', '9:00'],
    ['до утра', '9:00'],
  ])('“%s”, said at night, is %s', (text, meaning) => {
    expect(parse(text, at('2026-11-25T02:00+03:00'))).toBe(meaning);
  });
});

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
  });
});

describe('a day to come', () => {
  it.each([
    ['tomorrow', 'tomorrowMorning'],
    ['until tomorrow', 'tomorrowMorning'],
    ['tomorrow morning', 'tomorrowMorning'],
    ['until tomorrow morning', 'tomorrowMorning'],
    ['tomorrow 15:00', '2026-11-26 15:00'],
    ['tomorrow, 15:00', '2026-11-26 15:00'],
    ['tomorrow at 3pm', '2026-11-26 15:00'],
    ['15:00 tomorrow', '2026-11-26 15:00'],
    ['tomorrow until 15:00', '2026-11-26 15:00'],
    ['noon tomorrow', '2026-11-26 12:00'],
    ['tomorrow evening', '2026-11-26 18:00'],
    ['through tomorrow', '2026-11-26 lastDayAway'],
    ['day after tomorrow', '2026-11-27 firstDayBack'],
    ['back tomorrow', 'tomorrowMorning'],
    ['до завтра', 'tomorrowMorning'],
    ['завтра', 'tomorrowMorning'],
    ['завтра утром', 'tomorrowMorning'],
    ['до завтрашнего утра', 'tomorrowMorning'],
    ['до завтрашнего дня', 'tomorrowMorning'],
    ['до завтра 15:00', '2026-11-26 15:00'],
    ['до завтра, 15:00', '2026-11-26 15:00'],
    ['завтра в 15:00', '2026-11-26 15:00'],
    ['завтра в 15', '2026-11-26 15:00'],
    ['завтра до 15', '2026-11-26 15:00'],
    ['до 15:00 завтра', '2026-11-26 15:00'],
    ['завтра в 3 часа дня', '2026-11-26 15:00'],
    ['завтра в полдень', '2026-11-26 12:00'],
    ['завтра вечером', '2026-11-26 18:00'],
    ['по завтра', '2026-11-26 lastDayAway'],
    ['послезавтра', '2026-11-27 firstDayBack'],
    ['вернусь завтра', 'tomorrowMorning'],
    ['until next week', 'weekday 1'],
    ['до следующей недели', 'weekday 1'],
    ['until December', '2026-12-01 firstDayBack'],
    ['до января', '2027-01-01 firstDayBack'],
  ])('“%s” is %s', (text, meaning) => {
    expect(parse(text)).toBe(meaning);
  });
});

describe('a day of the week', () => {
  it.each([
    ['until Monday', 'weekday 1'],
    ['till Mon', 'weekday 1'],
    ['Mon', 'weekday 1'],
    ['mon.', 'weekday 1'],
    ['on Monday', 'weekday 1'],
    ['by Monday', 'weekday 1'],
    ['back on Monday', 'weekday 1'],
    ['next Monday', 'weekday 1'],
    ['this Friday', 'weekday 5'],
    ['Monday morning', 'weekday 1'],
    ['Wednesday', 'weekday 3'],
    ['monday 10:00', '2026-11-30 10:00'],
    ['on Monday at 10am', '2026-11-30 10:00'],
    ['until Monday, 10:00', '2026-11-30 10:00'],
    ['10:00 on Monday', '2026-11-30 10:00'],
    ['back on Monday at 10:00', '2026-11-30 10:00'],
    ['Friday evening', '2026-11-27 18:00'],
    ['through Friday', '2026-11-27 lastDayAway'],
    ['until Friday inclusive', '2026-11-27 lastDayAway'],
    ['until end of Friday', '2026-11-27 lastDayAway'],
    ['понедельник', 'weekday 1'],
    ['до понедельника', 'weekday 1'],
    ['ДО ПОНЕДЕЛЬНИКА', 'weekday 1'],
    ['до\u00a0понедельника', 'weekday 1'],
    ['до пн', 'weekday 1'],
    ['до пн.', 'weekday 1'],
    ['в понедельник', 'weekday 1'],
    ['к понедельнику', 'weekday 1'],
    ['до следующего понедельника', 'weekday 1'],
    ['в следующий понедельник', 'weekday 1'],
    ['в эту пятницу', 'weekday 5'],
    ['в понедельник утром', 'weekday 1'],
    ['вернусь в понедельник', 'weekday 1'],
    ['буду в понедельник', 'weekday 1'],
    ['до пн 10:00', '2026-11-30 10:00'],
    ['в пн в 10', 'ambiguous'],
    ['в пн в 10:00', '2026-11-30 10:00'],
    ['до пятницы, 18:00', '2026-11-27 18:00'],
    ['по пятницу', '2026-11-27 lastDayAway'],
    ['до пятницы включительно', '2026-11-27 lastDayAway'],
  ])('“%s” is %s', (text, meaning) => {
    const options = '2026-11-30 10:00, or 2026-11-30 22:00';
    expect(parse(text)).toBe(meaning === 'ambiguous' ? options : meaning);
  });

  it.each([
    [1, 'Mon Monday понедельник понедельника понедельнику пн'],
    [2, 'Tue Tues Tuesday вторник вторника вторнику вт'],
    [3, 'Wed Wednesday среда среды среду среде ср'],
    [4, 'Thu Thurs Thursday четверг четверга четвергу чт'],
    [5, 'Fri Friday пятница пятницы пятницу пятнице пт'],
    [6, 'Sat Saturday суббота субботы субботу субботе сб'],
    [7, 'Sun Sunday воскресенье воскресенья воскресенью вс'],
  ])('%i is known in each of its forms: %s', (weekday, forms) => {
    for (const form of forms.split(' ')) {
      expect(parse(form), form).toBe(`weekday ${weekday}`);
      expect(parse(`до ${form}`), form).toBe(`weekday ${weekday}`);
    }
  });
});

describe('a date', () => {
  it.each([
    ['till Dec 10', '2026-12-10 firstDayBack'],
    ['December 10', '2026-12-10 firstDayBack'],
    ['Dec 10th', '2026-12-10 firstDayBack'],
    ['10 Dec', '2026-12-10 firstDayBack'],
    ['the 10th of December', '2026-12-10 firstDayBack'],
    ['10 Dec 2026', '2026-12-10 firstDayBack'],
    ['Dec 10, 2026', '2026-12-10 firstDayBack'],
    ['Dec 10,2026', '2026-12-10 firstDayBack'],
    ['Thu 10 Dec', '2026-12-10 firstDayBack'],
    ['Thursday, December 10', '2026-12-10 firstDayBack'],
    ['2026-12-10', '2026-12-10 firstDayBack'],
    ['2026-12-10 15:00', '2026-12-10 15:00'],
    ['2026-12-10T15:00', '2026-12-10 15:00'],
    ['10.12', '2026-12-10 firstDayBack'],
    ['10.12.2026', '2026-12-10 firstDayBack'],
    ['10.12.26', '2026-12-10 firstDayBack'],
    ['on 10.12', '2026-12-10 firstDayBack'],
    ['25/12', '2026-12-25 firstDayBack'],
    ['12/25', '2026-12-25 firstDayBack'],
    ['12/12', '2026-12-12 firstDayBack'],
    ['Dec 10 15:00', '2026-12-10 15:00'],
    ['Dec 10 at 3pm', '2026-12-10 15:00'],
    ['15:00 on Dec 10', '2026-12-10 15:00'],
    ['until Mon 30 Nov, 9:00', '2026-11-30 9:00'],
    ['through Dec 10', '2026-12-10 lastDayAway'],
    ['till Dec 10 inclusive', '2026-12-10 lastDayAway'],
    ['back on Dec 10', '2026-12-10 firstDayBack'],
    ['returning Dec 10', '2026-12-10 firstDayBack'],
    ['the 10th', '2026-12-10 firstDayBack'],
    ['until the 27th', '2026-11-27 firstDayBack'],
    ['до 10 декабря', '2026-12-10 firstDayBack'],
    ['10 декабря', '2026-12-10 firstDayBack'],
    ['10 дек', '2026-12-10 firstDayBack'],
    ['10 дек.', '2026-12-10 firstDayBack'],
    ['10 декабря 2026 года', '2026-12-10 firstDayBack'],
    ['10 декабря 2026 г.', '2026-12-10 firstDayBack'],
    ['до 10-го декабря', '2026-12-10 firstDayBack'],
    ['чт, 10 декабря', '2026-12-10 firstDayBack'],
    ['до 10.12', '2026-12-10 firstDayBack'],
    ['до 10 декабря, 15:00', '2026-12-10 15:00'],
    ['10 декабря в 15:00', '2026-12-10 15:00'],
    ['10 декабря до 15', '2026-12-10 15:00'],
    ['10 декабря утром', '2026-12-10 firstDayBack'],
    ['по 10 декабря', '2026-12-10 lastDayAway'],
    ['до 10 декабря включительно', '2026-12-10 lastDayAway'],
    ['вернусь 10 декабря', '2026-12-10 firstDayBack'],
    ['выхожу 10 декабря', '2026-12-10 firstDayBack'],
    ['до 10 числа', '2026-12-10 firstDayBack'],
    ['до 27-го', '2026-11-27 firstDayBack'],
  ])('“%s” is %s', (text, meaning) => {
    expect(parse(text)).toBe(meaning);
  });

  it.each([
    [1, 'Jan January янв январь января'],
    [2, 'Feb February фев февраль февраля'],
    [3, 'Mar March мар март марта'],
    [4, 'Apr April апр апрель апреля'],
    [5, 'May май мая'],
    [6, 'Jun June июн июнь июня'],
    [7, 'Jul July июл июль июля'],
    [8, 'Aug August авг август августа'],
    [9, 'Sep Sept September сен сент сентябрь сентября'],
    [10, 'Oct October окт октябрь октября'],
    [11, 'Nov November ноя нояб ноябрь ноября'],
    [12, 'Dec December дек декабрь декабря'],
  ])('in month %i is known in each of its forms: %s', (month, forms) => {
    const [, wanted = ''] = /^(\d{4}-\d{2}-28) firstDayBack$/.exec(parse(`28.${month}`)) ?? [];
    expect(Number(wanted.slice(5, 7))).toBe(month);
    for (const form of forms.split(' ')) expect(parse(`28 ${form}`), form).toBe(`${wanted} firstDayBack`);
  });

  it('without a year is the next such date, today included', () => {
    const morning = at('2026-11-25T07:00+03:00');
    expect(parse('25.11', morning)).toBe('2026-11-25 firstDayBack');
    expect(parse('24.11', morning)).toBe('2027-11-24 firstDayBack');
    expect(parse('по 25.11')).toBe('2026-11-25 lastDayAway');
    expect(parse('Feb 29')).toBe('2028-02-29 firstDayBack');
    expect(parse('the 31st')).toBe('2026-12-31 firstDayBack');
    expect(parse('25.11'), 'at noon, after the start of work').toBe('past, or nothing');
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

describe('what can be read in two ways is asked about', () => {
  it.each([
    ['till 6', '18:00, or 2026-11-26 6:00'],
    ['до 6', '18:00, or 2026-11-26 6:00'],
    ['до шести', '18:00, or 2026-11-26 6:00'],
    ['до 12', 'endOfDay, or 2026-11-26 12:00'],
    ['в час', '13:00, or 2026-11-26 1:00'],
    ['завтра в 3', '2026-11-26 3:00, or 2026-11-26 15:00'],
    ['12/10', '2026-12-10 firstDayBack, or 2027-10-12 firstDayBack'],
    ['12/10/2027', '2027-10-12 firstDayBack, or 2027-12-10 firstDayBack'],
    ['18', '18 min, or 18:00, or 1080 min'],
    ['for 2', '2 min, or 120 min'],
    ['на 2', '2 min, or 120 min'],
    ['18 часов', '18:00, or 1080 min'],
    ['next Friday', 'weekday 5, or 2026-12-04 firstDayBack'],
    ['в следующую пятницу', 'weekday 5, or 2026-12-04 firstDayBack'],
    ['по среду', '2026-11-25 lastDayAway, or 2026-12-02 lastDayAway'],
    ['завтра в 12 ночи', '2026-11-26 0:00, or 2026-11-26 lastDayAway'],
    ['tomorrow at midnight', '2026-11-26 0:00, or 2026-11-26 lastDayAway'],
  ])('“%s”: %s', (text, meanings) => {
    expect(parseExpiryPhrase(text, noon, inMoscow)).toMatchObject({ ok: false, reason: 'ambiguous' });
    expect(parse(text)).toBe(meanings);
  });

  it('unless all but one have passed on the day that was named', () => {
    expect(parse('today at 6')).toBe('18:00');
  });

  it('by where the week starts: “next Monday”, said on a Sunday', () => {
    const sunday = at('2026-11-29T12:00+03:00');
    expect(parse('next Monday', sunday)).toBe('weekday 1');
    const fromSunday: ExpiryContext = { ...inMoscow, weekStart: 7 };
    expect(parse('next Monday', sunday, fromSunday)).toBe('weekday 1, or 2026-12-07 firstDayBack');
    expect(parse('until next week', noon, fromSunday)).toBe('weekday 7, or weekday 1');
    expect(parse('until next week', sunday, fromSunday)).toBe('weekday 7, or 2026-12-07 firstDayBack');
  });
});

describe('what has passed is refused, with what may have been meant', () => {
  it.each([
    ['9:00', 'past, or 21:00, or 2026-11-26 9:00'],
    ['09:00', 'past, or 2026-11-26 9:00'],
    ['until noon', 'past, or 2026-11-26 12:00'],
    ['9 утра', 'past, or 2026-11-26 9:00'],
    ['today 9:00', 'past, or 21:00'],
    ['today 09:00', 'past, or nothing'],
    ['10 Dec 2025', 'past, or nothing'],
    ['2026-11-24', 'past, or nothing'],
    ['25.11.2026 11:59', 'past, or nothing'],
    ['10/12/2025', 'past, or nothing'],
    ['this Monday', 'past, or nothing'],
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
    ['yesterday', 'yesterday'],
    ['2 hours ago', 'ago'],
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

describe('how it is written does not matter', () => {
  it.each([
    ['ё or е', 'ещё 2 часа', 'еще 2 часа'],
    ['no-break spaces', '1\u00a0ч\u202f30\u00a0мин', '1 ч 30 мин'],
    ['capitals', 'До Пн', 'до пн'],
    ['letters in two pieces, as macOS pastes them', 'до понедельника'.normalize('NFD'), 'до понедельника'],
    ['commas', 'Mon, 10:00', 'Mon 10:00'],
    ['both languages at once', 'до Monday', 'until пн'],
  ])('%s', (_, one, other) => {
    expect(parse(one)).toBe(parse(other));
    expect(parseExpiryPhrase(one, noon, inMoscow).ok).toBe(true);
  });
});

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

// Properties

const instant = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2036, 0) });
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const wallTime = { hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) };
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const context: fc.Arbitrary<ExpiryContext> = fc.record({
  timeZone: zone,
  workStart: fc.record(wallTime),
  workEnd: fc.record(wallTime),
  weekStart: weekday,
});
const date = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString());
const rule: fc.Arbitrary<ExpiryRule> = fc.oneof(
  fc.constantFrom<ExpiryRule>(
    { kind: 'none' },
    { kind: 'endOfDay' },
    { kind: 'endOfWorkDay' },
    { kind: 'tomorrowMorning' },
    { kind: 'endOfWeek' },
  ),
  fc.integer({ min: 1, max: 60 * 24 * 60 }).map((minutes): ExpiryRule => ({ kind: 'duration', minutes })),
  weekday.map((each): ExpiryRule => ({ kind: 'nextWeekday', weekday: each })),
  fc.record({ kind: fc.constant('time' as const), ...wallTime }),
  fc.record({
    kind: fc.constant('date' as const),
    date,
    means: fc.constantFrom('lastDayAway' as const, 'firstDayBack' as const),
  }),
  fc.record({ kind: fc.constant('dateTime' as const), date, ...wallTime }),
);
const look = fc.constantFrom<Omit<TimeStyle, 'timeZone'>>(
  { locale: 'en', dateLocale: 'en-GB' },
  { locale: 'en', dateLocale: 'en-US' },
  { locale: 'en', dateLocale: 'en-CA' },
  { locale: 'en', dateLocale: 'en-DK' },
  { locale: 'en', dateLocale: 'en-IN' },
  { locale: 'ru', dateLocale: 'ru-RU' },
  { locale: 'ru', dateLocale: 'ru-BY' },
);

describe('anything', () => {
  it('that the app writes for a rule is understood as that rule', () => {
    fc.assert(
      fc.property(rule, instant, context, look, (each, now, hours, style) => {
        fc.pre(resolveExpiry(each, now, hours).ok);
        const text = describeRule(each, now, { ...style, timeZone: hours.timeZone });
        expect(parseExpiryPhrase(text, now, hours), text).toEqual({ ok: true, rule: each });
      }),
      { numRuns: 1500 },
    );
  });

  it('that the app writes for a moment is understood as that minute', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 2, max: 60 * 24 * 800 }), context, look, (now, minutes, hours, each) => {
        const style = { ...each, timeZone: hours.timeZone };
        const end = Math.floor(now / 60_000) * 60_000 + minutes * 60_000;
        // Danes write "18.10" even in English; alone that is a date.
        fc.pre(style.dateLocale !== 'en-DK' || minutes > 24 * 60);
        for (const text of [formatMoment(end, now, style), formatUntil(end, now, style)]) {
          const result = parseExpiryPhrase(text, now, hours);
          expect(result.ok, `${text}: ${said(result)}`).toBe(true);
          if (!result.ok) return;
          const again = resolveExpiry(result.rule, now, hours);
          expect(again.ok && again.value !== null && formatMoment(again.value, now, style), text).toBe(
            formatMoment(end, now, style),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Words that mean something, in an order that mostly does not. */
  const scrambled = fc
    .array(
      fc.constantFrom(
        ...'until till at on in for next this end of day week tomorrow today noon monday fri dec 10 2 18:30 6 pm h min and half an hour'.split(
          ' ',
        ),
        ...'до по в к на через конца дня недели завтра сегодня вечера утра пн пятницу декабря 10.12 2027 2 часа часов полчаса мин с половиной'.split(
          ' ',
        ),
        ...['12/10', '2026-12-10', '1,5', '24:00', '0', '31', '29 feb', 'ещё', 'включительно', ',', '.'],
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((words) => words.join(' '));

  it('that is understood lies in the future, and so does what is offered instead', () => {
    let understood = 0;
    fc.assert(
      fc.property(scrambled, instant, context, (text, now, hours) => {
        const result = parseExpiryPhrase(text, now, hours);
        const rules = result.ok ? [result.rule] : 'options' in result ? result.options : [];
        for (const each of rules) {
          const end = resolveExpiry(each, now, hours);
          expect(end.ok && (end.value === null || end.value > now), `${text}: ${inWords(each)}`).toBe(true);
        }
        if (!result.ok && result.reason === 'ambiguous') expect(result.options.length).toBeGreaterThan(1);
        if (result.ok) understood++;
      }),
      { numRuns: 1500 },
    );
    expect(understood).toBeGreaterThan(20);
  });

  const nonsense = fc
    .stringMatching(/^[a-zа-я]{3,12}$/)
    .filter((word) => !parseExpiryPhrase(word, noon, inMoscow).ok && parse(word) === `not understood: ${word}`)
    .filter((word) => !/^(?:the|inc|пол|дня)/.test(word));

  it('with a word of nonsense in it is not understood, and the word is named', () => {
    const phrase = fc.constantFrom('2h', 'until Monday', 'до 10 декабря', 'tomorrow 15:00', 'на час', '18:30', 'never');
    fc.assert(
      fc.property(nonsense, phrase, fc.boolean(), (word, sound, before) => {
        fc.pre(parse(`${word} qqq`) === `not understood: ${word} qqq`);
        const text = before ? `${word} ${sound}` : `${sound} ${word}`;
        const result = parseExpiryPhrase(text, noon, inMoscow);
        expect(result.ok, text).toBe(false);
        expect(!result.ok && result.reason === 'notUnderstood' && result.at, text).toBe(word);
      }),
      { numRuns: 1000 },
    );
  });

  it('at all is answered, and what is named as not understood stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), instant, context, (text, now, hours) => {
        const result = parseExpiryPhrase(text, now, hours);
        if (!result.ok && result.reason === 'notUnderstood') {
          expect(result.at).not.toBe('');
          expect(text.normalize('NFC')).toContain(result.at);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
