import { textLocale, type AwayVariable } from './away-text.ts';
import type { Locale } from './i18n/locale.ts';

/** What says a variable in a whole sentence. `name` signs the message. */
const phrases: Readonly<Record<Locale, Readonly<Record<AwayVariable, string>>>> = {
  en: {
    until: 'Back on {until}.',
    lastDay: 'Away through {lastDay}.',
    deputy: 'Deputy: {deputy}.',
    name: '— {name}',
  },
  ru: {
    until: 'Вернусь {until}.',
    lastDay: 'Меня нет по {lastDay}.',
    deputy: 'Вместо меня: {deputy}.',
    name: '— {name}',
  },
};

/**
 * A template with a variable said in a sentence of its own at its end, in the language of the template.
 * @param otherwise the language where the template has no words of its own
 */
export function withPhrase(template: string, variable: AwayVariable, otherwise: Locale): string {
  const phrase = phrases[textLocale(template, otherwise)][variable];
  const before = template.replace(/[^\S\n]+$/u, '');
  if (before === '' || before.endsWith('\n')) return before + phrase;
  return `${before}${/[\p{L}\p{N})}"”»]$/u.test(before) ? '.' : ''} ${phrase}`;
}

/** The template without that sentence, where it has it as it was put in; else as it is. */
export function withoutPhrase(template: string, variable: AwayVariable): string {
  for (const { [variable]: phrase } of Object.values(phrases)) {
    const at = template.indexOf(phrase);
    if (at >= 0) return `${template.slice(0, at).trimEnd()}${template.slice(at + phrase.length)}`.trim();
  }
  return template;
}
