import { localMoment, resolveExpiry, type ExpiryContext, type ExpiryRule } from './expiry.ts';
import { formatDuration } from './format.ts';
import { messages } from './i18n/index.ts';
import type { Locale } from './i18n/locale.ts';
import { spanOf } from './suitable-ends.ts';

/** One way to let a status end later with one click. */
export interface Extension {
  /** Unlike that of any other. */
  readonly id: string;
  /** By how much, or until when. */
  readonly step: { readonly minutes: number } | 'day' | 'monday' | 'week';
  /** As `status.extend` takes it. */
  readonly by: ExpiryRule;
  /** When it ends then, in epoch milliseconds. */
  readonly at: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MONDAY = 1;

/** By how many minutes a status of some hours is let end later. */
const MINUTES = [15, 30, 60] as const;

/**
 * The ways to let a status end later with one click: some minutes; or days, where it has a day or more to go, lasts to
 * the end of a day, or was set for days. Days keep the time of the old end; a Monday begins with work.
 * @param expiresAt its end in epoch milliseconds
 * @param rule the rule it was set with; null = not known
 * @param now epoch milliseconds
 */
export function extensions(
  expiresAt: number,
  rule: ExpiryRule | null,
  now: number,
  context: ExpiryContext,
): readonly Extension[] {
  const { timeZone } = context;
  // A moment may be minutes ahead: it says nothing of days.
  const forDays = rule !== null && rule.kind !== 'dateTime' && spanOf(rule) === 'days';
  if (!forDays && expiresAt - now < DAY && !endsWithDay(expiresAt, timeZone)) {
    return MINUTES.map((minutes) => ({
      id: String(minutes),
      step: { minutes },
      by: { kind: 'duration', minutes },
      at: expiresAt + minutes * MINUTE,
    }));
  }
  const day = Temporal.PlainDate.from(localMoment(expiresAt, timeZone).date);
  const toMonday = ((MONDAY - day.dayOfWeek + 6) % 7) + 1;
  const steps = [
    { step: 'day', by: onDay(expiresAt, day.add({ days: 1 }).toString(), timeZone) },
    { step: 'monday', by: { kind: 'date', date: day.add({ days: toMonday }).toString(), means: 'firstDayBack' } },
    { step: 'week', by: onDay(expiresAt, day.add({ weeks: 1 }).toString(), timeZone) },
  ] as const;
  const found: Extension[] = [];
  for (const { step, by } of steps) {
    const end = resolveExpiry(by, now, context);
    // Of a status that ends on a Monday morning, the next one is a week later.
    if (end.ok && end.value !== null && end.value > expiresAt && !found.some(({ at }) => at === end.value)) {
      found.push({ id: step, step, by, at: end.value });
    }
  }
  return found;
}

/** The one that a warning offers: half an hour, or a day. */
export function warningExtension(ways: readonly Extension[]): Extension | null {
  return ways.find(({ id }) => id === '30') ?? ways[0] ?? null;
}

/** "15 min", "Until Monday". */
export function extensionLabel({ step }: Extension, locale: Locale): string {
  if (typeof step === 'object') return formatDuration(step.minutes * MINUTE, locale);
  return messages(locale).actions.extendSteps[step];
}

/** "Extend 15 min", "Extend to Monday". */
export function extendByText({ step }: Extension, locale: Locale): string {
  const { actions } = messages(locale);
  if (typeof step === 'object') return actions.extendBy(formatDuration(step.minutes * MINUTE, locale));
  return actions.extendByStep[step];
}

/** The same time on another day; the last moment of a day stays that. */
export function onDay(expiresAt: number, date: string, timeZone: string): ExpiryRule {
  if (endsWithDay(expiresAt, timeZone)) return { kind: 'date', date, means: 'lastDayAway' };
  const { hour, minute } = localMoment(expiresAt, timeZone);
  return { kind: 'dateTime', date, hour, minute };
}

function endsWithDay(at: number, timeZone: string): boolean {
  return localMoment(at, timeZone).date !== localMoment(at + MINUTE, timeZone).date;
}
