/** Schemas of the values that cross the door or lie on the disk. What parses is valid everywhere. */
import * as v from 'valibot';
import { cleanLine, cleanText } from './clean-text.ts';
import { isEmoji, qualifyEmoji } from './emoji.ts';
import { LONGEST_DURATION, type ExpiryRule } from './expiry.ts';
import { presetQuestions } from './preset-questions.ts';
import { AWAY_MESSAGE_LIMIT, TITLE_LIMIT } from './status.ts';

const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(59));

/** Local wall time, such as the start of work. */
export const wallTimeSchema = v.strictObject({ hour, minute });

/** ISO 8601 day of the week. */
export const weekdaySchema = v.picklist([1, 2, 3, 4, 5, 6, 7]);

const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => {
    try {
      Temporal.PlainDate.from(text);
      return true;
    } catch {
      return false;
    }
  }, 'no such day'),
);

/** {@link ExpiryRule}. */
export const expiryRuleSchema: v.GenericSchema<unknown, ExpiryRule> = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({
    kind: v.literal('duration'),
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_DURATION)),
  }),
  v.strictObject({ kind: v.literal('endOfDay') }),
  v.strictObject({ kind: v.literal('endOfWorkDay') }),
  v.strictObject({ kind: v.literal('tomorrowMorning') }),
  v.strictObject({ kind: v.literal('endOfWeek') }),
  v.strictObject({ kind: v.literal('nextWeekday'), weekday: weekdaySchema }),
  v.strictObject({ kind: v.literal('time'), hour, minute }),
  v.strictObject({ kind: v.literal('date'), date, means: v.picklist(['lastDayAway', 'firstDayBack']) }),
  v.strictObject({ kind: v.literal('dateTime'), date, hour, minute }),
]);

/** One emoji, in whatever spelling; what comes out is fully qualified, as Pachca takes it. */
export const emojiSchema = v.pipe(v.string(), v.transform(qualifyEmoji), v.check(isEmoji, 'not one emoji'));

/** What nobody writes on one line: looked at before any pattern runs over it. */
const LINE_LIMIT = 10_000;

/** A text of one line, cleaned; whether anything is left of it is the caller's to ask. */
export const lineSchema = v.pipe(v.string(), v.maxLength(LINE_LIMIT), v.transform(cleanLine));

/** A title: cleaned, not blank, at most {@link TITLE_LIMIT} UTF-16 units. */
export const titleSchema = v.pipe(lineSchema, v.minLength(1), v.maxLength(TITLE_LIMIT));

/** Template of an away message. It may be longer than what comes out of it; that is checked after filling in. */
export const awayTemplateSchema = v.pipe(v.string(), v.maxLength(2 * AWAY_MESSAGE_LIMIT), v.transform(cleanText));

/** Who stands in: picked from the colleagues, or a nickname typed by hand (then without an id). */
export const deputySchema = v.strictObject({
  userId: v.nullable(v.pipe(v.number(), v.safeInteger())),
  /** Without the @. */
  nickname: v.pipe(lineSchema, v.minLength(1), v.maxLength(100)),
  name: v.nullable(v.pipe(lineSchema, v.maxLength(200))),
});

/** Who stands in while the person is away. */
export type Deputy = v.InferOutput<typeof deputySchema>;

/** A status as the server gave it: looser than what may be sent, for other clients may have other limits. */
export const heldStatusSchema = v.strictObject({
  emoji: v.pipe(v.string(), v.maxLength(1000)),
  title: v.pipe(v.string(), v.maxLength(10_000)),
  expiresAt: v.nullable(v.pipe(v.number(), v.safeInteger())),
  isAway: v.boolean(),
  awayMessage: v.nullable(v.pipe(v.string(), v.maxLength(100_000))),
});

/** What a status is made of before its end is resolved and its away message filled in. */
export const statusPlanSchema = v.strictObject({
  emoji: emojiSchema,
  title: titleSchema,
  isAway: v.boolean(),
  awayTemplate: v.nullable(awayTemplateSchema),
  deputy: v.nullable(deputySchema),
  expiry: expiryRuleSchema,
});

/** What a status is made of before its end is resolved and its away message filled in. */
export type StatusPlan = v.InferOutput<typeof statusPlanSchema>;

/** What comes after a status that is set, in the meaning of the command `status.set`. */
export const wayBackSchema = v.nullable(v.union([v.boolean(), v.strictObject({ editOf: heldStatusSchema })]));

/** What comes after a status that is set, in the meaning of the command `status.set`. */
export type WayBack = v.InferOutput<typeof wayBackSchema>;

const presetId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** What is being written in the editor. Nothing of it need be valid yet, so that nothing typed is lost. */
export const draftSchema = v.strictObject({
  emoji: v.pipe(v.string(), v.maxLength(64)),
  title: v.pipe(v.string(), v.maxLength(1000)),
  isAway: v.boolean(),
  awayTemplate: v.pipe(v.string(), v.maxLength(8 * AWAY_MESSAGE_LIMIT)),
  deputy: v.nullable(deputySchema),
  expiry: expiryRuleSchema,
  /** What was typed into the free-text field for the end. */
  phrase: v.pipe(v.string(), v.maxLength(200)),
  /** Whether to return to the present status afterwards; null = as the app thinks best. */
  wayBack: v.nullable(v.boolean()),
  /** The status that is being edited, as it was shown when the edit began; null = it is a new one. */
  editOf: v.optional(v.nullable(heldStatusSchema), null),
  /** The preset it began with; null = none. */
  presetId: v.optional(v.nullable(presetId), null),
});

/** What is being written in the editor. */
export type Draft = v.InferOutput<typeof draftSchema>;

/** A preset as it is edited and exchanged. */
export const presetSchema = v.strictObject({
  id: presetId,
  emoji: emojiSchema,
  title: titleSchema,
  isAway: v.boolean(),
  awayTemplate: v.nullable(awayTemplateSchema),
  deputy: v.optional(v.nullable(deputySchema), null),
  expiry: expiryRuleSchema,
  /** What a click asks for, each once. */
  asks: v.optional(
    v.pipe(
      v.array(v.picklist(presetQuestions)),
      v.transform((asks) => presetQuestions.filter((question) => asks.includes(question))),
      v.readonly(),
    ),
    [],
  ),
  /** Not in the tray menu; still on the home screen's list of all. */
  hidden: v.optional(v.boolean(), false),
});

/** Most presets there can be. */
export const PRESET_LIMIT = 100;
