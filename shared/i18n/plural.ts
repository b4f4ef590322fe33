import type { Locale } from './locale.ts';

/** The plural forms each language has for whole numbers (CLDR). A form that is missing does not compile. */
interface PluralForms {
  en: { readonly one: string; readonly other: string };
  ru: { readonly one: string; readonly few: string; readonly many: string };
}

const rules = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') };

/** The form of a word that goes with `count`, without the number: `plural('ru', 2, {one: 'день', few: 'дня', many: 'дней'})` is "дня". */
export function plural<L extends Locale>(locale: L, count: number, forms: PluralForms[L]): string {
  const category = rules[locale].select(count);
  const all = forms as Partial<Record<Intl.LDMLPluralRule, string>>;
  // Fractions in Russian are "other", which takes the form of "few" (2,5 дня).
  return all[category] ?? all.few ?? all.other ?? '';
}
