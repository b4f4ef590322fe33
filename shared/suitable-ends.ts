import { localMoment, quickRules, type ExpiryContext, type ExpiryRule } from './expiry.ts';

/** How long a status with a rule lasts, roughly: what other ends make sense for it. */
export type Span = 'hours' | 'day' | 'days' | 'open';

const HOUR = 60;
const DAY = 24 * HOUR;

/** The span of a rule. A lunch is over in hours, a sick day with the day, a vacation lasts for days. */
export function spanOf(rule: ExpiryRule): Span {
  switch (rule.kind) {
    case 'none':
      return 'open';
    case 'duration':
      return rule.minutes <= 4 * HOUR ? 'hours' : rule.minutes < DAY ? 'day' : 'days';
    case 'endOfDay':
    case 'endOfWorkDay':
    case 'tomorrowMorning':
    case 'time':
      return 'day';
    case 'endOfWeek':
    case 'nextWeekday':
    case 'date':
    case 'dateTime':
      return 'days';
  }
}

/** Of the ends that take one click, those that make sense for a preset with this rule: no half hour for a vacation. */
export function suitableRules(rule: ExpiryRule): readonly ExpiryRule[] {
  const span = spanOf(rule);
  return quickRules.filter((other) => suits(other, span));
}

function suits(rule: ExpiryRule, span: Span): boolean {
  if (span === 'open') return true;
  switch (rule.kind) {
    case 'none':
      return span !== 'hours';
    case 'duration':
      return span === 'hours' || (span === 'day' && rule.minutes >= 4 * HOUR);
    case 'endOfDay':
    case 'endOfWorkDay':
      return span !== 'days';
    default:
      return span !== 'hours';
  }
}

/**
 * The morning when somebody is back who is away for some weeks from today.
 * @param now epoch milliseconds
 */
export function inWeeks(weeks: number, now: number, { timeZone }: ExpiryContext): ExpiryRule {
  const today = Temporal.PlainDate.from(localMoment(now, timeZone).date);
  return { kind: 'date', date: today.add({ weeks }).toString(), means: 'firstDayBack' };
}
