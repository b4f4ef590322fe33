import { formatDuration, formatMoment, type TimeStyle } from '../format.ts';
import { inspectorTexts } from '../i18n/areas/scopes.ts';
import type { Locale } from '../i18n/locale.ts';
import type { TokenFacts } from '../state.ts';
import type { HolderFacts } from './holder.ts';
import type { InspectedScope, ScopeRemedy } from './inspect.ts';
import { describeExpiry, describeLastUse } from './token-life.ts';

/** Why a scope does not work, cannot be had, or may turn out not to work; null = there is nothing to explain. */
export function scopeNote(inspected: InspectedScope, locale: Locale): string | null {
  const { reasons, doubts } = inspectorTexts(locale);
  if (inspected.state === 'dead' || inspected.state === 'notPossible') return reasons[inspected.reason];
  return inspected.unsure === null ? null : doubts[inspected.unsure];
}

/**
 * What to do about a scope, as a sentence. Whether the scopes of a token can be changed after it was made, Pachca's guides
 * have told both ways, so the sentence names the way that always works as well.
 * @param bot whether the token is a bot's; null = not known
 */
export function remedyText(remedy: ScopeRemedy, scope: string, bot: boolean | null, locale: Locale): string {
  const { remedies } = inspectorTexts(locale);
  if (remedy !== 'tick') return remedies[remedy];
  return remedies.tick(scope, bot === null ? 'anyone' : bot ? 'bot' : 'person');
}

/** The role of a token's owner in words; an admin is "administrator or owner" unless more is known. */
export function roleText({ role, bot, owner }: HolderFacts, locale: Locale): string {
  const { roles } = inspectorTexts(locale);
  if (bot === true) return roles.bot;
  if (owner === true) return roles.owner;
  if (role === 'admin') return owner === false ? roles.admin : roles.ownerOrAdmin;
  return roles[role ?? 'unknown'];
}

const MINUTE = 60_000;

/** "never", "in 45 min (14:05)", "ended (Mon 30 Nov, 9:00)". */
export function expiryText(token: TokenFacts, now: number, style: TimeStyle): string {
  const { expiry } = inspectorTexts(style.locale);
  const end = describeExpiry(token, now);
  if (end.kind === 'never') return expiry.never;
  const moment = formatMoment(end.at, now, style);
  if (end.kind === 'ended') return expiry.ended(moment);
  const left = end.at - now;
  return left < MINUTE ? expiry.inLessThanMinute(moment) : expiry.in(formatDuration(left, style.locale), moment);
}

/** The warning ahead of a token's end; null while there is nothing to warn of. */
export function expiryWarning(token: TokenFacts, now: number, locale: Locale): string | null {
  const { expiry } = inspectorTexts(locale);
  const end = describeExpiry(token, now);
  if (end.kind !== 'soon') return null;
  const left = end.at - now;
  return left < MINUTE ? expiry.warningLessThanMinute : expiry.warning(formatDuration(left, locale));
}

/** "within the last hour", "Mon 30 Nov, 9:00, or up to an hour later", "not recorded yet". */
export function lastUseText(lastUsedAt: number | null, now: number, style: TimeStyle): string {
  const { lastUse } = inspectorTexts(style.locale);
  const use = describeLastUse(lastUsedAt, now);
  return use.kind === 'around' ? lastUse.around(formatMoment(use.at, now, style)) : lastUse[use.kind];
}
