/** The languages the app speaks. */
export const locales = ['en', 'ru'] as const;

/** A language the app speaks. */
export type Locale = (typeof locales)[number];

/** The person's choice: one language, or the system's. */
export type LanguageSetting = Locale | 'system';

/**
 * The language to speak.
 * @param systemLocales BCP 47 tags in the system's order of preference, such as `['ru-RU', 'en-US']`
 */
export function chooseLocale(setting: LanguageSetting, systemLocales: readonly string[]): Locale {
  if (setting !== 'system') return setting;
  for (const tag of systemLocales) {
    const language = tag.toLowerCase().split('-')[0];
    const known = locales.find((locale) => locale === language);
    if (known) return known;
  }
  return 'en';
}

/**
 * The locale in which dates and times are written: the system's own where it is in the language spoken (en-GB and
 * en-US write times differently), else one for people who live with a 24-hour clock.
 */
export function chooseDateLocale(locale: Locale, systemLocales: readonly string[]): string {
  const own = systemLocales.find((tag) => tag.toLowerCase().split('-')[0] === locale);
  if (own && isSupported(own)) return own;
  return locale === 'ru' ? 'ru-RU' : 'en-GB';
}

/** Intl throws at a tag that is none. A system's setting must not keep the app from starting. */
function isSupported(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
