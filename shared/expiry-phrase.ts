import { phrase } from './expiry-phrase/grammar.ts';
import { meaningsOf, type Meaning } from './expiry-phrase/meaning.ts';
import { tokenize, type Token } from './expiry-phrase/tokens.ts';
import { LONGEST_DURATION, resolveExpiry, sameRule, type ExpiryContext, type ExpiryRule } from './expiry.ts';

/** What somebody's own words about an end come to. */
export type PhraseResult =
  /** It ends in the future, or never. */
  | { readonly ok: true; readonly rule: ExpiryRule }
  /** Nothing was written. */
  | { readonly ok: false; readonly reason: 'empty' }
  /** `at` is the part that makes no sense, as it was written. */
  | { readonly ok: false; readonly reason: 'notUnderstood'; readonly at: string }
  /** It is a length of time that no status may have (`LONGEST_DURATION`). */
  | { readonly ok: false; readonly reason: 'tooLong' }
  /** It has passed. `options` = what may have been meant, such as the same time tomorrow, the soonest first; may be empty. */
  | { readonly ok: false; readonly reason: 'past'; readonly options: readonly ExpiryRule[] }
  /** It can mean two things or more, each of them in the future: `options`, the soonest first. */
  | { readonly ok: false; readonly reason: 'ambiguous'; readonly options: readonly ExpiryRule[] };

/** Marks of direction, soft hyphens and the like, which come along with what is pasted; not those that join emoji. */
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** The longest text that is looked at, in UTF-16 units; what is longer was pasted by mistake. */
export const PHRASE_LIMIT = 100;

/**
 * Understands "2h", "until Monday", "до 10 декабря", "через 2 часа": both languages at any time, whatever the app
 * speaks.
 *
 * All of the text is understood, or nothing: a part that is left over, a phrase that can be read in two ways and a
 * moment that has passed are said, never guessed around. That is why this is a grammar of its own and not chrono-node,
 * the known library: that one looks for dates *within* a text, skips what it does not know, fills in what was not said,
 * reads "12/10" by one country's order and each language with a parser apart.
 *
 * What could be argued about, and is therefore shown as a moment before it is sent:
 * - "until Monday" and "until Dec 10" end at the start of work on that day, the first one back; "through Dec 10", "по 10
 *   декабря" and "… inclusive" with the last moment of it.
 * - A weekday is the next one, never today. A date without a year is the next such date, today included.
 * - "18.30" is a time, and after "at" or "в" so is "10.12", which else may be the tenth of December: it is asked.
 * - "Evening" ("до вечера") is when work ends, "morning" when it starts, unless that is at another time of day (night
 *   shifts); "tonight" lasts until midnight.
 * - A day is 24 hours in "for 2 days", a month is the calendar's.
 * - "Until the weekend" is through Friday, "until the new year" through the last day of this one.
 * @param now epoch milliseconds
 * @throws RangeError where the context's zone is not one this computer knows: whoever takes a zone from a server checks it
 */
export function parseExpiryPhrase(text: string, now: number, context: ExpiryContext): PhraseResult {
  const source = text.normalize('NFC').replace(invisible, '').trim();
  if (source.length > PHRASE_LIMIT) return { ok: false, reason: 'notUnderstood', at: source };
  if (source === '') return { ok: false, reason: 'empty' };
  const tokens = tokenize(source);
  const steps = phrase(tokens, 0);
  const readings = steps.filter(({ next }) => next === tokens.length).map(({ value }) => value);
  if (readings.length === 0) {
    return notUnderstood(source, tokens, Math.max(0, ...steps.map(({ next }) => next)));
  }
  const meanings = readings.flatMap((reading) => meaningsOf(reading, now, context));
  // Well said, but there is no such day: "31 February", "Thu 10 Dec" where that is a Friday.
  if (meanings.length === 0) return { ok: false, reason: 'notUnderstood', at: source };
  const possible = meanings.filter(({ rule }) => !isTooLong(rule));
  return possible.length === 0 ? { ok: false, reason: 'tooLong' } : decide(possible, now, context);
}

const isTooLong = (rule: ExpiryRule): boolean => rule.kind === 'duration' && rule.minutes > LONGEST_DURATION;

function decide(meanings: readonly Meaning[], now: number, context: ExpiryContext): PhraseResult {
  const endOf = (rule: ExpiryRule): number | null => {
    const end = resolveExpiry(rule, now, context);
    return end.ok ? (end.value ?? Number.POSITIVE_INFINITY) : null;
  };
  /** Those that lie ahead, each once, the soonest first. */
  const ahead = (rules: readonly ExpiryRule[]) =>
    rules
      .filter((rule, index) => rules.findIndex((other) => sameRule(rule, other)) === index)
      .flatMap((rule) => {
        const end = endOf(rule);
        return end === null ? [] : [{ rule, end }];
      })
      .sort((a, b) => a.end - b.end)
      .map(({ rule }) => rule);

  const options = ahead(meanings.flatMap(({ rule, instead }) => (endOf(rule) === null ? instead : [rule])));
  const [first] = options;
  const asWritten = meanings.some(({ rule }) => endOf(rule) !== null);
  if (!first || !asWritten) {
    return {
      ok: false,
      reason: 'past',
      options: ahead(meanings.flatMap(({ instead, next }) => [...instead, ...next])),
    };
  }
  return options.length === 1 ? { ok: true, rule: first } : { ok: false, reason: 'ambiguous', options };
}

/**
 * Names the first words that are not in the vocabulary; where all are, what comes after the part that makes sense.
 * @param reach how many tokens from the first one on make sense
 */
function notUnderstood(source: string, tokens: readonly Token[], reach: number): PhraseResult {
  const [first] = tokens;
  // A number makes no sense without what comes after it: "0 min", not "min", is the part to name.
  const understood = reach === 1 && first?.word === null ? 0 : reach;
  const isUnknown = ({ senses }: Token) => senses.length === 0;
  const rest = tokens.slice(understood);
  const unknown = rest.findIndex(isUnknown);
  const words = unknown === -1 ? rest : rest.slice(unknown);
  const known = unknown === -1 ? -1 : words.findIndex((token) => !isUnknown(token));
  const last = known === -1 ? words.at(-1) : words[known - 1];
  return { ok: false, reason: 'notUnderstood', at: source.slice(words[0]?.start ?? 0, last?.end) };
}
