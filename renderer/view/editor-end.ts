import { parseExpiryPhrase } from '../../shared/expiry-phrase.ts';
import {
  changeDate,
  fieldsOf,
  isFixed,
  localMoment,
  quickRules,
  resolveExpiry,
  sameRule,
  type ExpiryContext,
  type ExpiryRule,
} from '../../shared/expiry.ts';
import { describeMoment, describeRule, formatDuration, formatMoment, type TimeStyle } from '../../shared/format.ts';
import { editorTexts } from '../../shared/i18n/areas/editor.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import type { Draft } from '../../shared/schemas.ts';
import type { AppState } from '../../shared/state.ts';
import { timeStyle } from '../../shared/tray-menu.ts';

/** What the choice of an end comes to. */
export type End =
  /** It ends at a moment in the future (epoch milliseconds), or never (null). */
  | { readonly kind: 'end'; readonly rule: ExpiryRule; readonly at: number | null }
  /** The words make no sense from `part` on. */
  | { readonly kind: 'unclear'; readonly part: string }
  /** The moment has passed; `options` = what may have been meant. */
  | { readonly kind: 'past'; readonly rule: ExpiryRule | null; readonly options: readonly ExpiryRule[] }
  /** The words name a length that no status may have. */
  | { readonly kind: 'tooLong' }
  /** The words can mean each of `options`. */
  | { readonly kind: 'ambiguous'; readonly options: readonly ExpiryRule[] }
  /** There is no such date, time or zone. */
  | { readonly kind: 'impossible'; readonly rule: ExpiryRule }
  /** A preset cannot end on a fixed date. */
  | { readonly kind: 'fixed'; readonly rule: ExpiryRule };

/** What the choice of an end consists of: where there are words, they count, else the rule. */
export type EndChoice = Pick<Draft, 'expiry' | 'phrase'>;

/**
 * @param now epoch milliseconds
 * @param dates whether an end on a fixed date is possible, which it is not for a preset
 */
export function endOf({ expiry, phrase }: EndChoice, now: number, context: ExpiryContext, dates = true): End {
  const parsed = parseExpiryPhrase(phrase, now, context);
  if (!parsed.ok) {
    switch (parsed.reason) {
      case 'empty':
        return resolved(expiry, now, context, dates);
      case 'notUnderstood':
        return { kind: 'unclear', part: parsed.at };
      case 'tooLong':
        return { kind: 'tooLong' };
      case 'past':
        return { kind: 'past', rule: null, options: parsed.options };
      case 'ambiguous':
        return { kind: 'ambiguous', options: parsed.options };
    }
  }
  return resolved(parsed.rule, now, context, dates);
}

function resolved(rule: ExpiryRule, now: number, context: ExpiryContext, dates: boolean): End {
  if (!dates && isFixed(rule)) return { kind: 'fixed', rule };
  const end = resolveExpiry(rule, now, context);
  if (end.ok) return { kind: 'end', rule, at: end.value };
  return end.error.code === 'end_in_past' ? { kind: 'past', rule, options: [] } : { kind: 'impossible', rule };
}

export { isFixed };

/** The rule that fields and chips show: of words that make no sense, none. */
export function ruleOf(end: End): ExpiryRule | null {
  switch (end.kind) {
    case 'end':
    case 'impossible':
    case 'fixed':
    case 'past':
      return end.rule;
    case 'unclear':
    case 'tooLong':
    case 'ambiguous':
      return null;
  }
}

/** One of the ends that take one click. */
export interface EndChip {
  /** Unlike that of any other chip. */
  readonly id: string;
  readonly rule: ExpiryRule;
  readonly label: string;
}

/** The ends that take one click; a chosen rule that is not among them and is no fixed date comes first. */
export function endChips(
  chosen: ExpiryRule | null,
  now: number,
  style: TimeStyle,
  offered: readonly ExpiryRule[] = quickRules,
): readonly EndChip[] {
  const isOwn = chosen !== null && !isFixed(chosen) && !offered.some((rule) => sameRule(rule, chosen));
  return (isOwn ? [chosen, ...offered] : offered).map((rule) => ({
    id: JSON.stringify(rule),
    rule,
    label: chipLabel(rule, now, style),
  }));
}

function chipLabel(rule: ExpiryRule, now: number, style: TimeStyle): string {
  const { ends } = editorTexts(style.locale);
  switch (rule.kind) {
    case 'duration':
      return formatDuration(rule.minutes * 60_000, style.locale);
    case 'nextWeekday':
      return rule.weekday === 1 ? ends.monday : capitalised(describeRule(rule, now, style), style.locale);
    case 'none':
    case 'endOfDay':
    case 'endOfWorkDay':
    case 'tomorrowMorning':
    case 'endOfWeek':
      return ends[rule.kind];
    case 'time':
    case 'date':
    case 'dateTime':
      return capitalised(describeRule(rule, now, style), style.locale);
  }
}

const capitalised = (text: string, locale: Locale): string =>
  text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

/** What the fields for date and time show for a rule; an empty time = the date says it all. */
export function dateFields(rule: ExpiryRule, now: number, context: ExpiryContext): { date: string; time: string } {
  const { date, hour, minute } = fieldsOf(rule, now, context);
  return { date, time: rule.kind === 'date' ? '' : timeField(hour, minute) };
}

/** The form in which `<input type="time">` has it: "09:05". */
const timeField = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** The rule that the choice of "Date…" begins with: the day and time chosen so far; without an end, tomorrow. */
export function fixedRule(rule: ExpiryRule, now: number, context: ExpiryContext): ExpiryRule {
  if (isFixed(rule)) return rule;
  const { date } = fieldsOf(rule, now, context);
  return changeDate(rule, rule.kind === 'none' ? dayAfter(date) : date, now, context);
}

/** The rule when its time is taken out: the day alone, with the meaning its time had. */
export function withoutTime(rule: ExpiryRule, now: number, context: ExpiryContext): ExpiryRule {
  const { date, hour, minute } = fieldsOf(rule, now, context);
  const { workStart } = context;
  const isMorning = hour * 60 + minute <= workStart.hour * 60 + workStart.minute;
  return { kind: 'date', date, means: isMorning ? 'firstDayBack' : 'lastDayAway' };
}

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** A moment beside the words that mean it: "→ Mon 30 Nov, 9:00", and "today, 18:30", because it is to be certain. */
export function resolvedText(at: number | null, now: number, style: TimeStyle): string {
  const { time } = messages(style.locale);
  const editor = editorTexts(style.locale);
  if (at === null) return editor.ends.none;
  const moment = formatMoment(at, now, style);
  const isToday = localMoment(at, style.timeZone).date === localMoment(now, style.timeZone).date;
  return isToday ? time.today(moment) : moment;
}

/** A sentence in three parts, of which the middle one is what counts. */
export interface EndSentence {
  readonly before: string;
  readonly moment: string;
  readonly after: string;
}

/**
 * "Ends | on Monday, 30 November, at 9:00 | , in 9 days".
 * @param at epoch milliseconds; null = no end
 * @param now epoch milliseconds
 * @param preset whether it says what a preset would do, if it were set now
 */
export function endSentence(at: number | null, now: number, state: AppState, preset = false): EndSentence {
  const editor = editorTexts(state.locale);
  if (at === null) return { before: '', moment: editor.noEnd, after: '' };
  const moment = describeMoment(at, now, timeStyle(state), { zone: false });
  const left = at - now;
  return {
    before: preset ? editor.presetBefore : editor.endsBefore,
    moment: differentZones(state, at)
      ? messages(state.locale).time.inZone(moment, offsetName(at, state.timeZone, state))
      : moment,
    after: left < 60_000 ? editor.endsSoon : editor.endsAfter(formatDuration(left, state.locale)),
  };
}

/** The offsets of the two zones at a moment, "GMT+3" and "GMT+5"; null where clocks show the same in both. */
export function differentZones(state: AppState, at: number): { computer: string; profile: string } | null {
  const { computer, profile } = state.zones;
  if (profile === null || profile === computer) return null;
  try {
    const instant = Temporal.Instant.fromEpochMilliseconds(at);
    const { offset } = instant.toZonedDateTimeISO(computer);
    if (instant.toZonedDateTimeISO(profile).offset === offset) return null;
    return { computer: offsetName(at, computer, state), profile: offsetName(at, profile, state) };
  } catch {
    // The server knows a zone that this computer does not: there is nothing to choose.
    return null;
  }
}

function offsetName(at: number, timeZone: string, { dateLocale }: AppState): string {
  const parts = new Intl.DateTimeFormat(dateLocale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
