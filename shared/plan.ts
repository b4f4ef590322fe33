import { fillAwayText } from './away-text.ts';
import { appError } from './errors.ts';
import { resolveExpiry, type ExpiryContext } from './expiry.ts';
import type { Locale } from './i18n/locale.ts';
import { firstDayOfWeek } from './locale-week.ts';
import { fail, ok, type Result } from './result.ts';
import type { Deputy, StatusPlan } from './schemas.ts';
import type { AppState } from './state.ts';
import { AWAY_MESSAGE_LIMIT, type Status } from './status.ts';

/** What turning a plan into a status depends on. */
export interface PlanContext {
  readonly locale: Locale;
  readonly expiry: ExpiryContext;
  /** The person's own name, for `{name}`. */
  readonly name: string | null;
}

/** Where an away message comes from, so that it can be filled in again when the end changes. */
export interface AwaySource {
  readonly template: string;
  readonly deputy: Deputy | null;
  /** The language the text is in. */
  readonly locale: Locale;
}

/**
 * The status a plan stands for at `now`.
 * @param now epoch milliseconds
 * @returns `end_in_past`, or `away_message_too_long` where the filled-in message is over the limit
 */
export function statusOf(plan: StatusPlan, now: number, context: PlanContext): Result<Status> {
  const end = resolveExpiry(plan.expiry, now, context.expiry);
  if (!end.ok) return end;
  const source = sourceOf(plan, context.locale);
  const awayMessage = source && awayMessageOf(source, end.value, now, context);
  if (awayMessage !== null && awayMessage.length > AWAY_MESSAGE_LIMIT) {
    return fail(appError('away_message_too_long', { length: awayMessage.length, limit: AWAY_MESSAGE_LIMIT }));
  }
  return ok({ emoji: plan.emoji, title: plan.title, expiresAt: end.value, isAway: plan.isAway, awayMessage });
}

/** Where a plan's away message comes from; null = it has none. Without the Away mode nobody would see a message. */
export function sourceOf({ isAway, awayTemplate, deputy }: StatusPlan, locale: Locale): AwaySource | null {
  return isAway && awayTemplate !== null && awayTemplate.trim() !== ''
    ? { template: awayTemplate, deputy, locale }
    : null;
}

/**
 * An away message filled in for an end.
 * @param expiresAt epoch milliseconds, null = no end
 * @param now epoch milliseconds
 */
export function awayMessageOf(
  source: AwaySource,
  expiresAt: number | null,
  now: number,
  { expiry, name }: PlanContext,
): string {
  const deputy = source.deputy && `@${source.deputy.nickname}`;
  return fillAwayText(source.template, { expiresAt, deputy, name }, { now, locale: source.locale, context: expiry });
}

/** What ends are resolved with in a state. */
export function expiryContext({ timeZone, settings, dateLocale }: AppState): ExpiryContext {
  const { workStart, workEnd, weekStart } = settings;
  return { timeZone, workStart, workEnd, weekStart: weekStart ?? firstDayOfWeek(dateLocale) };
}

/** What plans are turned into statuses with in a state. */
export function planContext(state: AppState): PlanContext {
  const name = state.session.phase === 'signed-in' ? (state.session.account?.name ?? null) : null;
  return { locale: state.locale, expiry: expiryContext(state), name };
}
