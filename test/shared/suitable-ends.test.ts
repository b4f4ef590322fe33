import { describe, expect, it } from 'vitest';
import { quickRules, sameRule, type ExpiryRule } from '../../shared/expiry.ts';
import { defaultContext } from '../../shared/locale-week.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import { inWeeks, spanOf, suitableRules } from '../../shared/suitable-ends.ts';

const has = (rules: readonly ExpiryRule[], rule: ExpiryRule): boolean => rules.some((each) => sameRule(each, rule));
const halfHour: ExpiryRule = { kind: 'duration', minutes: 30 };
const monday: ExpiryRule = { kind: 'nextWeekday', weekday: 1 };

describe('the ends a preset is offered with', () => {
  it('suit how long it lasts', () => {
    const spans = builtInPresets('en').map(({ id, expiry }) => `${id}: ${spanOf(expiry)}`);
    expect(spans).toEqual([
      'vacation: days',
      'sick: day',
      'lunch: hours',
      'meeting: hours',
      'focus: hours',
      'remote: day',
    ]);
  });

  it('are no half hour for a vacation, and no Monday for a lunch', () => {
    for (const { id, expiry } of builtInPresets('en')) {
      const rules = suitableRules(expiry);
      const isShort = spanOf(expiry) === 'hours';
      expect(has(rules, halfHour), id).toBe(isShort);
      expect(has(rules, monday), id).toBe(!isShort);
      expect(has(rules, expiry), id).toBe(true);
    }
  });

  it('are all of them for a preset without an end', () => {
    expect(suitableRules({ kind: 'none' })).toEqual(quickRules);
  });

  it('go by the length, not by the kind alone', () => {
    expect(has(suitableRules({ kind: 'duration', minutes: 7 * 24 * 60 }), halfHour)).toBe(false);
    expect(has(suitableRules({ kind: 'duration', minutes: 45 }), halfHour)).toBe(true);
  });

  it('count weeks on the calendar of the zone', () => {
    const now = Temporal.Instant.from('2026-11-25T23:30:00Z').epochMilliseconds;
    const weeks = (timeZone: string) => inWeeks(2, now, defaultContext(timeZone, 'en-GB'));
    expect(weeks('Europe/London')).toEqual({ kind: 'date', date: '2026-12-09', means: 'firstDayBack' });
    expect(weeks('Europe/Moscow')).toEqual({ kind: 'date', date: '2026-12-10', means: 'firstDayBack' });
  });
});
