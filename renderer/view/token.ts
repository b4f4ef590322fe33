import type { CheckedToken } from '../../shared/contract.ts';
import { isForbidden } from '../../shared/errors.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { optionalScopes, type AppScope, type OptionalScope } from '../../shared/scopes.ts';
import { inOrder } from '../../shared/scopes/catalogue.ts';
import { describeFeatures, type Feature } from '../../shared/scopes/features.ts';
import { botByName } from '../../shared/scopes/holder.ts';
import { inspectScopes, type InspectedScope, type TokenRights } from '../../shared/scopes/inspect.ts';
import { excessScopes } from '../../shared/scopes/lists.ts';
import { roleText, scopeNote } from '../../shared/scopes/wording.ts';
import type { Account, AppState, Session, TokenFacts } from '../../shared/state.ts';

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

/** What is known of the rights of the token in use. */
export function rightsOf(session: SignedIn, state: Pick<AppState, 'change' | 'status' | 'avatar'>): TokenRights {
  return {
    ...holderOf(session.account, session.token),
    scopes: session.scopes,
    refused: [...session.refused, ...forbiddenScopes(state)],
  };
}

/** What is known of the rights of a token that is not kept yet. */
export const rightsOfChecked = ({ account, scopes, refused, token }: CheckedToken): TokenRights => ({
  ...holderOf(account, token),
  scopes,
  refused,
});

/** Without a profile the token's name tells a bot, and nothing tells a role. */
function holderOf(account: Account | null, token: TokenFacts | null): Pick<TokenRights, 'role' | 'bot'> {
  const known = account !== null && (account.role !== null || account.name !== null);
  if (known) return { role: account.role, bot: account.bot };
  return { role: null, bot: token && botByName(token.name) };
}

/** Scopes for which Pachca answered lately that the workspace or the role forbids it. */
function forbiddenScopes({ change, status, avatar }: Pick<AppState, 'change' | 'status' | 'avatar'>): AppScope[] {
  const refused: AppScope[] = [];
  if (status.error && isForbidden(status.error)) refused.push('profile_status:read');
  if (change?.error && isForbidden(change.error)) refused.push('profile_status:write');
  if (avatar.job?.error && isForbidden(avatar.job.error)) refused.push('profile_avatar:write');
  return refused;
}

/** What the app can do with a token, the optional features too. */
export const featuresOf = (rights: TokenRights): readonly Feature[] => describeFeatures(inspectScopes(rights));

/** The optional scopes a token has: the app makes use of them, so they are not too much. */
export const usedOptional = (scopes: readonly string[]): readonly OptionalScope[] =>
  optionalScopes.filter((scope) => scopes.includes(scope));

/** What a token has beyond what the app can make use of. */
export const excessOf = (scopes: readonly string[]): readonly string[] => excessScopes(scopes, usedOptional(scopes));

/** Why a feature does not work, or may not; null = it works, or only its scope is missing, which says itself. */
export const featureNote = (feature: Feature, locale: Locale): string | null =>
  feature.inspected && scopeNote(feature.inspected, locale);

/** "Oleg Petrov, administrator or owner"; the role alone where nobody's name is known. */
export function ownerText(account: Account | null, rights: TokenRights, locale: Locale): string {
  const role = roleText(rights, locale);
  const name = account?.name ?? (account?.nickname ? `@${account.nickname}` : null);
  return name === null ? role : `${name}, ${role}`;
}

/** A list of scopes in one line, in the catalogue's order. */
export const scopeLine = (scopes: readonly string[]): string => inOrder(scopes).join(', ');

/** The sign in front of a feature. */
export function featureTone({ state }: Feature): 'good' | 'bad' | 'off' | 'unknown' {
  switch (state) {
    case 'working':
      return 'good';
    case 'missingScope':
      return 'bad';
    case 'forbiddenByRole':
      return 'off';
    case 'unknown':
      return 'unknown';
  }
}

/** The sign in front of a scope. */
export function scopeTone(inspected: InspectedScope): 'good' | 'bad' | 'off' | 'unknown' {
  switch (inspected.state) {
    case 'granted':
      return inspected.unsure === null ? 'good' : 'unknown';
    case 'dead':
      return 'bad';
    case 'missing':
    case 'notPossible':
      return 'off';
  }
}
