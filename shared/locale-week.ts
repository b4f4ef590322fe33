import { DEFAULT_WORK_END, DEFAULT_WORK_START, type ExpiryContext, type Weekday } from './expiry.ts';

/**
 * Where the week does not start on Monday, by country (CLDR 45, supplementalData/weekData). Used only where the runtime
 * does not tell: Node and Chromium do, Firefox, in which the preview may be open, does not.
 */
const firstDays: Readonly<Record<string, Weekday>> = {
  ...on(
    7,
    'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW',
  ),
  ...on(6, 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'),
  ...on(5, 'MV'),
};

const MONDAY = 1;

/**
 * The day on which weeks start where people write dates in this way: Monday for `ru-RU` and `en-GB`, Sunday for `en-US`.
 * @param dateLocale BCP 47 tag; one that means nothing gives Monday, as ISO 8601 and most of the world have it
 */
export function firstDayOfWeek(dateLocale: string): Weekday {
  const locale = parse(dateLocale);
  if (!locale) return MONDAY;
  const firstDay = weekInfo(locale)?.firstDay;
  return isWeekday(firstDay) ? firstDay : firstDayOfRegion(locale.maximize().region ?? '');
}

/**
 * The day on which weeks start in a country, without the runtime's help.
 * @param region ISO 3166 code, such as `US`
 */
export const firstDayOfRegion = (region: string): Weekday => firstDays[region] ?? MONDAY;

/** Hours and weeks of somebody who has not said otherwise. */
export function defaultContext(timeZone: string, dateLocale: string): ExpiryContext {
  return {
    timeZone,
    workStart: DEFAULT_WORK_START,
    workEnd: DEFAULT_WORK_END,
    weekStart: firstDayOfWeek(dateLocale),
  };
}

/** Intl.Locale as newer runtimes have it: first as a property, now as a method. TypeScript's library has neither yet. */
interface LocaleWithWeek {
  readonly weekInfo?: { readonly firstDay?: unknown };
  getWeekInfo?(): { readonly firstDay?: unknown };
}

function weekInfo(locale: Intl.Locale): { readonly firstDay?: unknown } | undefined {
  const extended: LocaleWithWeek = locale as LocaleWithWeek;
  return extended.getWeekInfo?.() ?? extended.weekInfo;
}

function isWeekday(day: unknown): day is Weekday {
  return typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= 7;
}

function parse(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

function on(day: Weekday, regions: string): Record<string, Weekday> {
  return Object.fromEntries(regions.split(' ').map((region) => [region, day]));
}
