import { describe, expect, it } from 'vitest';
import { parse } from './support.ts';

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
    ['until next month', '2026-12-01 firstDayBack'],
    ['до следующего года', '2027-01-01 firstDayBack'],
    ['до 2027 года', '2027-01-01 firstDayBack'],
    ['tomorrow 1830', '2026-11-26 18:30'],
    ['tomorrow night', '2026-11-26 lastDayAway'],
    ['завтра в полшестого вечера', '2026-11-26 17:30'],
    ['in 2 days at 10:00', '2026-11-27 10:00'],
    ['2 days from now at 10am', '2026-11-27 10:00'],
    ['через 2 дня в 10:00', '2026-11-27 10:00'],
    ['через неделю утром', '2026-12-02 9:00'],
    ['через месяц в 10:00', '2026-12-25 10:00'],
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
    ['Friday next week', '2026-12-04 firstDayBack'],
    ['Friday of next week', '2026-12-04 firstDayBack'],
    ['next week Friday', '2026-12-04 firstDayBack'],
    ['Friday this week', 'weekday 5'],
    ['Friday next week at 10:00', '2026-12-04 10:00'],
    ['в пятницу на следующей неделе', '2026-12-04 firstDayBack'],
    ['до пятницы следующей недели', '2026-12-04 firstDayBack'],
    ['до вечера пятницы', '2026-11-27 18:00'],
    ['меня не будет до понедельника', 'weekday 1'],
    ['out until Monday', 'weekday 1'],
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
