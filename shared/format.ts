import { resolveExpiry, DEFAULT_WORK_START, type ExpiryRule } from './expiry.ts';
import { messages } from './i18n/index.ts';
import type { Locale } from './i18n/locale.ts';

/** What writing a moment depends on besides the moment. */
export interface TimeStyle {
  readonly locale: Locale;
  /** BCP 47 tag that decides the order of a date and the 12- or 24-hour clock. */
  readonly dateLocale: string;
  /** IANA name of the zone in which moments are written. */
  readonly timeZone: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "18:30", "6:30 PM" (with a no-break space, so that no line ends between the two). */
export function formatTime(at: number, { dateLocale, timeZone }: TimeStyle): string {
  const time = formatter(dateLocale, { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
  // ICU writes a narrow no-break space or a plain one, by its version; the narrow one is a box in some menus' fonts.
  return time.replace(/\s/gu, '\u00a0');
}

/**
 * "Mon 30 Nov", "Mon Nov 30", "пн 30 ноя"; with the year where it is not the year of `now`. The order is the locale's; the
 * rest is as short as both languages allow: no comma after the day of the week, months of three letters without a dot
 * ("Sept" and "нояб." by ICU, which differs by version as well), no "г." after the year.
 */
export function formatDate(at: number, now: number, { dateLocale, timeZone }: TimeStyle): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone };
  if (zoned(at, timeZone).year !== zoned(now, timeZone).year) options.year = 'numeric';
  return formatter(dateLocale, options)
    .formatToParts(at)
    .map(({ type, value }, index, parts) => {
      if (type === 'month') return value.slice(0, 3);
      if (type !== 'literal') return value;
      if (index === parts.length - 1) return '';
      return parts[index - 1]?.type === 'weekday' ? ' ' : value;
    })
    .join('');
}

/**
 * A moment in absolute form, as short as it can be without a doubt: "18:30" today, "tomorrow, 9:00",
 * "Mon 30 Nov, 9:00" on any other day.
 * @param at epoch milliseconds
 * @param now epoch milliseconds
 */
export function formatMoment(at: number, now: number, style: TimeStyle): string {
  const { time } = messages(style.locale);
  const clock = formatTime(at, style);
  const days = daysBetween(now, at, style.timeZone);
  if (days === 0) return clock;
  if (days === 1) return time.tomorrow(clock);
  return time.dateTime(formatDate(at, now, style), clock);
}

/**
 * A moment as short as a tile has room for: "18:30" today, "tomorrow, 9:00", "Mon, 9:00" within the next six days. From
 * the seventh day on a weekday alone could mean today, so the date is written out.
 */
export function formatMomentShort(at: number, now: number, style: TimeStyle): string {
  const days = daysBetween(now, at, style.timeZone);
  if (days < 2 || days > 6) return formatMoment(at, now, style);
  const weekday = formatter(style.dateLocale, { weekday: 'short', timeZone: style.timeZone }).format(at);
  return messages(style.locale).time.dateTime(weekday, formatTime(at, style));
}

/** "until Mon 30 Nov, 9:00", or "until you clear it" for null. */
export function formatUntil(at: number | null, now: number, style: TimeStyle): string {
  const { time } = messages(style.locale);
  return at === null ? time.noEnd : time.until(formatMoment(at, now, style));
}

/** "9 days left", "1 h 20 min left", "less than a minute left". */
export function formatTimeLeft(at: number, now: number, locale: Locale): string {
  const { time } = messages(locale);
  const left = at - now;
  if (left < MINUTE) return time.lessThanMinute;
  return time.left(formatDuration(left, locale));
}

/** "45 min", "1 h 20 min", "2 days": two units below a day, whole days (rounded down) from two days on. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  const { time } = messages(locale);
  if (milliseconds >= 2 * DAY) return time.days(Math.floor(milliseconds / DAY));
  const hours = Math.floor(milliseconds / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (hours === 0) return time.minutes(minutes);
  return minutes === 0 ? time.hours(hours) : `${time.hours(hours)} ${time.minutes(minutes)}`;
}

/**
 * What a preset will do, in the few words that fit a tile or a menu: "1 h", "end of day", "until Mon 30 Nov, 9:00".
 * @param now epoch milliseconds
 */
export function formatRule(rule: ExpiryRule, now: number, style: TimeStyle): string {
  const { time } = messages(style.locale);
  switch (rule.kind) {
    case 'none':
      return time.noEnd;
    case 'duration':
      return formatDuration(rule.minutes * MINUTE, style.locale);
    case 'endOfDay':
      return time.endOfDay;
    case 'nextWeekday':
      return formatUntil(
        resolveExpiry(rule, now, { timeZone: style.timeZone, workStart: DEFAULT_WORK_START }),
        now,
        style,
      );
  }
}

/** How many midnights lie between two instants in a zone; negative where `to` is on an earlier day. */
function daysBetween(from: number, to: number, timeZone: string): number {
  return zoned(from, timeZone).toPlainDate().until(zoned(to, timeZone).toPlainDate()).days;
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs some 50 µs, using one 1 µs; a menu writes a dozen moments. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}
