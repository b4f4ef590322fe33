import { resolveExpiry, type ExpiryContext, type ExpiryRule, type LocalMoment, type Weekday } from './expiry.ts';
import { messages } from './i18n/index.ts';
import type { Locale } from './i18n/locale.ts';
import { defaultContext } from './locale-week.ts';

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
  // Danes write "18.10", which is a date as well for whoever reads it, and for us (`parseExpiryPhrase`).
  return time.replace(/\s/gu, '\u00a0').replace(/(?<=\d)\.(?=\d)/u, ':');
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
 * What a preset will do, in the few words that fit a tile or a menu: "1 h", "end of day", "until Mon 30 Nov, 9:00". Of a
 * moment that has passed, what the rule says.
 * @param now epoch milliseconds
 * @param context the person's hours; by default those of the locale
 */
export function formatRule(
  rule: ExpiryRule,
  now: number,
  style: TimeStyle,
  context: ExpiryContext = defaultContext(style.timeZone, style.dateLocale),
): string {
  const { time, expiry } = messages(style.locale);
  switch (rule.kind) {
    case 'none':
      return time.noEnd;
    case 'duration':
      return formatDuration(rule.minutes * MINUTE, style.locale);
    case 'endOfDay':
    case 'endOfWorkDay':
    case 'endOfWeek':
      return describeRule(rule, now, style);
    default: {
      const end = resolveExpiry(rule, now, context);
      if (!end.ok || end.value === null) return describeRule(rule, now, style);
      const lastDay = rule.kind === 'date' && rule.means === 'lastDayAway';
      return lastDay ? expiry.rule.through(formatDate(end.value, now, style)) : formatUntil(end.value, now, style);
    }
  }
}

/**
 * A rule in the words one would write for it: "2 h", "until Monday", "through 10 December". Written into the field for
 * free text it is understood as the same rule (`parseExpiryPhrase`), except for a date or a time that has passed.
 * @param now epoch milliseconds; a date of the year to come, or one that has passed, is written with its year
 */
export function describeRule(rule: ExpiryRule, now: number, style: TimeStyle): string {
  const { rule: texts } = messages(style.locale).expiry;
  switch (rule.kind) {
    case 'none':
    case 'endOfDay':
    case 'endOfWorkDay':
    case 'tomorrowMorning':
    case 'endOfWeek':
      return texts[rule.kind];
    case 'duration':
      return describeLength(rule.minutes, style.locale);
    case 'nextWeekday':
      return texts.weekday(rule.weekday);
    case 'time':
      return texts.until(wallTime(rule.hour, rule.minute, style));
    case 'date': {
      const date = wallDate(rule.date, now, style);
      return rule.means === 'lastDayAway' ? texts.through(date) : texts.until(date);
    }
    case 'dateTime':
      return texts.until(texts.dateTime(wallDate(rule.date, now, style), wallTime(rule.hour, rule.minute, style)));
  }
}

/**
 * A moment in full, to go on with in a sentence: "today at 18:30", "on Monday, 30 November, at 9:00", "в понедельник, 30
 * ноября, в 9:00"; with the year where it is not the year of `now`.
 * @param at epoch milliseconds
 * @param now epoch milliseconds
 * @param options `zone`: name the zone, because it is not the one people would think of
 */
export function describeMoment(at: number, now: number, style: TimeStyle, options: { zone: boolean }): string {
  const { time, expiry } = messages(style.locale);
  const clock = formatTime(at, style);
  const local = zoned(at, style.timeZone);
  const days = daysBetween(now, at, style.timeZone);
  const date = wallDate(local.toPlainDate().toString(), now, style, days >= 0);
  const weekday = local.dayOfWeek as Weekday;
  const text =
    days === 0
      ? expiry.moment.today(clock)
      : days === 1
        ? expiry.moment.tomorrow(expiry.moment.day(weekday, date), clock)
        : expiry.moment.other(expiry.moment.onDay(weekday, date), clock);
  return options.zone ? time.inZone(text, zoneName(at, style)) : text;
}

/** A zone as people call it: "Moscow Time", "Москва". */
export function zoneName(at: number, { dateLocale, timeZone }: TimeStyle): string {
  const parts = formatter(dateLocale, { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** "2 days", "51 h 15 min": exactly, unlike {@link formatDuration}. */
function describeLength(minutes: number, locale: Locale): string {
  const { rule } = messages(locale).expiry;
  const days = minutes / (24 * 60);
  if (days > 1 && Number.isInteger(days)) return rule.days(days);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return rule.minutes(rest);
  return rest === 0 ? rule.hours(hours) : `${rule.hours(hours)} ${rule.minutes(rest)}`;
}

/** "18:30", "6:30 PM": without a zone, so without the one day on which it does not exist, and never with a dot. */
function wallTime(hour: number, minute: number, { dateLocale }: TimeStyle): string {
  const minutes = String(minute).padStart(2, '0');
  const { hour12 } = formatter(dateLocale, { hour: 'numeric' }).resolvedOptions();
  if (!hour12) return `${hour}:${minutes}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes}\u00a0${hour < 12 ? 'AM' : 'PM'}`;
}

/** "10 December", "December 10", "10 декабря"; with the year where the next such date is another one. */
function wallDate(
  date: LocalMoment['date'],
  now: number,
  { dateLocale, timeZone, locale }: TimeStyle,
  isAhead = date >= zoned(now, timeZone).toPlainDate().toString(),
): string {
  const { year } = zoned(now, timeZone);
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' });
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' };
  if (noon.year !== year || !isAhead) options.year = 'numeric';
  const written = formatter(dateLocale, options).format(noon.epochMilliseconds);
  return locale === 'ru' ? written.replace(/\s*г\.$/u, '') : written;
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
