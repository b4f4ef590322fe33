import { parseExpiryPhrase, type PhraseResult } from '../../../shared/expiry-phrase.ts';
import type { ExpiryRule } from '../../../shared/expiry.ts';
import { defaultContext } from '../../../shared/locale-week.ts';

export const inMoscow = defaultContext('Europe/Moscow', 'ru-RU');
/** Epoch milliseconds of a moment that is written with its offset. */
export const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
/** A Wednesday. */
export const noon = at('2026-11-25T12:00+03:00');

/** A result in a few words, so that a phrase and its meaning fit one line. */
export function said(result: PhraseResult): string {
  if (result.ok) return inWords(result.rule);
  switch (result.reason) {
    case 'empty':
      return 'nothing';
    case 'notUnderstood':
      return `not understood: ${result.at}`;
    case 'tooLong':
      return 'too long';
    case 'past':
      return `past, or ${result.options.map(inWords).join(', or ') || 'nothing'}`;
    case 'ambiguous':
      return result.options.map(inWords).join(', or ');
  }
}

export function inWords(rule: ExpiryRule): string {
  const time = (each: { hour: number; minute: number }) => `${each.hour}:${String(each.minute).padStart(2, '0')}`;
  switch (rule.kind) {
    case 'none':
    case 'endOfDay':
    case 'endOfWorkDay':
    case 'endOfWeek':
    case 'tomorrowMorning':
      return rule.kind;
    case 'duration':
      return `${rule.minutes} min`;
    case 'nextWeekday':
      return `weekday ${rule.weekday}`;
    case 'time':
      return time(rule);
    case 'date':
      return `${rule.date} ${rule.means}`;
    case 'dateTime':
      return `${rule.date} ${time(rule)}`;
  }
}

export const parse = (text: string, now = noon, context = inMoscow) => said(parseExpiryPhrase(text, now, context));
