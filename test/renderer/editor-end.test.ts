import { describe, expect, it } from 'vitest';
import {
  dateFields,
  differentZones,
  endChips,
  endOf,
  endSentence,
  fixedRule,
  resolvedText,
  withoutTime,
} from '../../renderer/view/editor-end.ts';
import { changeDate, resolveExpiry, type ExpiryRule } from '../../shared/expiry.ts';
import { expiryContext } from '../../shared/plan.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import { aState, MONDAY_MORNING, NOW } from '../support/states.ts';

const state = aState();
const russian = aState({ locale: 'ru' });
const context = expiryContext(state);
const none: ExpiryRule = { kind: 'none' };

describe('the choice of an end', () => {
  it('is the rule where nothing is written', () => {
    expect(endOf({ expiry: { kind: 'duration', minutes: 60 }, phrase: ' ' }, NOW, context)).toEqual({
      kind: 'end',
      rule: { kind: 'duration', minutes: 60 },
      at: NOW + 3_600_000,
    });
  });

  it('is what is written where something is, in both languages', () => {
    for (const phrase of ['2h', '2 ч', 'на 2 часа']) {
      expect(endOf({ expiry: none, phrase }, NOW, context), phrase).toMatchObject({ at: NOW + 7_200_000 });
    }
  });

  it('is nothing where the words make no sense, and says which', () => {
    expect(endOf({ expiry: none, phrase: 'until blah' }, NOW, context)).toEqual({ kind: 'unclear', part: 'blah' });
  });

  it('is refused where it has passed, with what may have been meant', () => {
    const eight: ExpiryRule = { kind: 'time', hour: 8, minute: 0 };
    expect(endOf({ expiry: eight, phrase: '' }, NOW, context)).toMatchObject({ kind: 'past', rule: eight });
    const written = endOf({ expiry: none, phrase: '8:00' }, NOW, context);
    expect(written.kind).toBe('past');
    expect(written.kind === 'past' && written.options.length).toBeGreaterThan(0);
  });

  it('is refused in words where no status may be that long, before anything is sent', () => {
    expect(endOf({ expiry: none, phrase: 'на 400 дней' }, NOW, context)).toEqual({ kind: 'tooLong' });
  });

  it('is refused where there is no such day', () => {
    const rule: ExpiryRule = { kind: 'dateTime', date: '2026-02-30', hour: 9, minute: 0 };
    expect(endOf({ expiry: rule, phrase: '' }, NOW, context)).toEqual({ kind: 'impossible', rule });
  });

  it('is no fixed date for a preset, chosen or written', () => {
    const rule: ExpiryRule = { kind: 'dateTime', date: '2026-12-10', hour: 9, minute: 0 };
    expect(endOf({ expiry: rule, phrase: '' }, NOW, context, false)).toEqual({ kind: 'fixed', rule });
    expect(endOf({ expiry: none, phrase: 'till Dec 10' }, NOW, context, false).kind).toBe('fixed');
    expect(endOf({ expiry: none, phrase: 'until Monday' }, NOW, context, false).kind).toBe('end');
  });
});

describe('the ends that take one click', () => {
  const labels = (chosen: ExpiryRule | null, of = state) =>
    endChips(chosen, NOW, timeStyle(of)).map(({ label }) => label);

  it('are the same for everybody, in the language of the app', () => {
    expect(labels(none)).toEqual([
      '30 min',
      '1 h',
      '2 h',
      '4 h',
      'End of day',
      'End of work',
      'Tomorrow morning',
      'End of week',
      'Until Monday',
      'Don’t clear',
    ]);
    expect(labels(none, russian)).toContain('До понедельника');
  });

  it('begin with the one chosen where it is none of them', () => {
    expect(labels({ kind: 'duration', minutes: 90 })[0]).toBe('1 h 30 min');
    expect(labels({ kind: 'nextWeekday', weekday: 3 }, russian)[0]).toBe('До среды');
    expect(labels({ kind: 'time', hour: 18, minute: 30 })[0]).toBe('Until 18:30');
  });

  it('leave a fixed date to its fields', () => {
    expect(labels({ kind: 'date', date: '2026-12-10', means: 'firstDayBack' })).toHaveLength(10);
  });
});

describe('the fields for date and time', () => {
  it('begin with the end chosen so far', () => {
    const rule = fixedRule({ kind: 'duration', minutes: 60 }, NOW, context);
    expect(dateFields(rule, NOW, context)).toEqual({ date: '2026-11-21', time: '13:00' });
  });

  it('begin with tomorrow where there is no end', () => {
    expect(fixedRule(none, NOW, context)).toEqual({ kind: 'date', date: '2026-11-22', means: 'lastDayAway' });
  });

  it('keep the time when the date is changed', () => {
    const rule: ExpiryRule = { kind: 'dateTime', date: '2026-11-30', hour: 9, minute: 5 };
    const changed = changeDate(rule, '2026-12-10', NOW, context);
    expect(dateFields(changed, NOW, context)).toEqual({ date: '2026-12-10', time: '09:05' });
  });

  it('show no time where the day says it all', () => {
    const rule: ExpiryRule = { kind: 'date', date: '2026-12-10', means: 'firstDayBack' };
    expect(dateFields(rule, NOW, context)).toEqual({ date: '2026-12-10', time: '' });
  });

  it('leave the day with the meaning its time had when the time is taken out', () => {
    const at = (hour: number): ExpiryRule => ({ kind: 'dateTime', date: '2026-12-10', hour, minute: 0 });
    expect(withoutTime(at(9), NOW, context)).toMatchObject({ means: 'firstDayBack' });
    expect(withoutTime(at(18), NOW, context)).toMatchObject({ means: 'lastDayAway' });
  });
});

describe('what the choice comes to', () => {
  it('is said as a moment, also today', () => {
    expect(resolvedText(NOW + 3_600_000, NOW, timeStyle(state))).toBe('today, 13:00');
    expect(resolvedText(MONDAY_MORNING, NOW, timeStyle(state))).toBe('Mon 30 Nov, 9:00');
    expect(resolvedText(null, NOW, timeStyle(russian))).toBe('Не сбрасывать');
  });

  it('is said as a sentence in both languages', () => {
    expect(endSentence(MONDAY_MORNING, NOW, state)).toEqual({
      before: 'Ends ',
      moment: 'on Monday, 30 November, at 9:00',
      after: ', in 8 days',
    });
    expect(endSentence(MONDAY_MORNING, NOW, russian)).toEqual({
      before: 'Закончится ',
      moment: 'в понедельник, 30 ноября, в 9:00',
      after: ', через 8 дней',
    });
    expect(endSentence(null, NOW, state).moment).toBe('Stays until you clear it');
  });

  it('names the zone where the profile’s clock shows another time', () => {
    const elsewhere = aState({ zones: { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' } });
    expect(endSentence(MONDAY_MORNING, NOW, elsewhere).moment).toBe('on Monday, 30 November, at 9:00 (GMT+3)');
    expect(differentZones(elsewhere, NOW)).toEqual({ computer: 'GMT+3', profile: 'GMT+5' });
  });

  it('does not ask which zone counts where both show the same time, or the profile’s is not known', () => {
    const zones = (profile: string | null) => aState({ zones: { computer: 'Europe/Moscow', profile } });
    expect(differentZones(zones('Europe/Minsk'), NOW)).toBeNull();
    expect(differentZones(zones(null), NOW)).toBeNull();
    expect(differentZones(zones('Mars/Olympus'), NOW)).toBeNull();
  });
});

it('every chip can be chosen at any hour of the day', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const now = NOW + hour * 3_600_000;
    for (const { rule } of endChips(null, now, timeStyle(state))) {
      expect(resolveExpiry(rule, now, context).ok, `${hour} ${JSON.stringify(rule)}`).toBe(true);
    }
  }
});
