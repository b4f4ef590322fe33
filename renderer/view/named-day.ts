import { contradictingDay, type NamedDay } from '../../shared/named-days.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { AppState } from '../../shared/state.ts';

/**
 * Says that a message names another day than the one its status ends on; null = it does not.
 * @param at the end in epoch milliseconds; null = none
 */
export function otherDayText(message: string | null, at: number | null, state: AppState): string | null {
  const named = contradictingDay(message, at, state.timeZone);
  if (!named || at === null) return null;
  const end = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(state.timeZone).toPlainDate();
  return messages(state.locale).actions.namesOtherDay(dayText(named, state), dateText(end, named, state));
}

function dayText(named: NamedDay, state: AppState): string {
  if (named.kind === 'weekday') {
    // Any Monday is written as every Monday: 5 January 2026 was one.
    const date = Temporal.PlainDate.from('2026-01-05').add({ days: named.weekday - 1 });
    return format(date, { weekday: 'long' }, state);
  }
  const [first] = named.dates;
  if (!first) return '';
  const { year, month, day } = first;
  const date = Temporal.PlainDate.from({ year: year ?? 2024, month, day });
  return format(date, { day: 'numeric', month: 'long', ...(year !== null && { year: 'numeric' }) }, state);
}

/** The end in the same way: with its year or its weekday where the message names that. */
function dateText(end: Temporal.PlainDate, named: NamedDay, state: AppState): string {
  const withYear = named.kind === 'date' && named.dates.some(({ year }) => year !== null);
  return format(
    end,
    {
      day: 'numeric',
      month: 'long',
      ...(named.kind === 'weekday' && { weekday: 'long' }),
      ...(withYear && { year: 'numeric' }),
    },
    state,
  );
}

function format(date: Temporal.PlainDate, options: Intl.DateTimeFormatOptions, { locale }: AppState): string {
  const dateLocale = locale === 'ru' ? 'ru-RU' : 'en-GB';
  const at = date.toZonedDateTime('UTC').epochMilliseconds;
  return new Intl.DateTimeFormat(dateLocale, { ...options, timeZone: 'UTC' }).format(at);
}
