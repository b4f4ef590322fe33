import { describe, expect, it } from 'vitest';
import { at, parse } from './support.ts';

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
    ['until the first of December', '2026-12-01 firstDayBack'],
    ['December first', '2026-12-01 firstDayBack'],
    ['the twenty-fifth of December', '2026-12-25 firstDayBack'],
    ['до первого декабря', '2026-12-01 firstDayBack'],
    ['по тридцать первое декабря', '2026-12-31 lastDayAway'],
    ['до двадцать пятого декабря', '2026-12-25 firstDayBack'],
    ['Dec 10 2027', '2027-12-10 firstDayBack'],
    ['до тридцать первого', '2026-12-31 firstDayBack'],
    ['until the 27th', '2026-11-27 firstDayBack'],
    ['до 10 декабря', '2026-12-10 firstDayBack'],
    ['10 декабря', '2026-12-10 firstDayBack'],
    ['10 дек', '2026-12-10 firstDayBack'],
    ['10 дек.', '2026-12-10 firstDayBack'],
    ['10 декабря 2026 года', '2026-12-10 firstDayBack'],
    ['10 декабря 2026 г.', '2026-12-10 firstDayBack'],
    ['до 10-го декабря', '2026-12-10 firstDayBack'],
    ['чт, 10 декабря', '2026-12-10 firstDayBack'],
    ['по 10.12', '2026-12-10 lastDayAway'],
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
    expect(parse('25.11'), 'at noon, after the start of work').toBe('past, or endOfDay');
  });
});
