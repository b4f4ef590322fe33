import { neededScopes, type AppScope, type OptionalScope } from '../scopes.ts';
import { inOrder } from './catalogue.ts';

/**
 * The shortest list of scopes with which the app does all its work.
 * @param used the optional scopes the person makes use of
 */
export const shortestList = (used: readonly OptionalScope[] = []): readonly AppScope[] => [
  ...neededScopes,
  ...inOrder(used),
];

/**
 * What a token has beyond that list, also what the catalogue does not know and what its owner cannot use now: with
 * another role it would work again.
 */
export function excessScopes(scopes: readonly string[], used: readonly OptionalScope[] = []): readonly string[] {
  const enough: ReadonlySet<string> = new Set(shortestList(used));
  return inOrder(scopes).filter((scope) => !enough.has(scope));
}

/** What changed in a token's list. */
export interface ScopeChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What changed between two checks of the same token.
 * @param before null at the first check: nothing has changed then
 */
export function diffScopes(before: readonly string[] | null, after: readonly string[]): ScopeChanges {
  if (before === null) return { added: [], removed: [] };
  const beyond = (list: readonly string[], other: readonly string[]): string[] =>
    inOrder(list).filter((scope) => !other.includes(scope));
  return { added: beyond(after, before), removed: beyond(before, after) };
}

/** The list as it is copied: one scope a line, in the catalogue's order. */
export const scopeListText = (scopes: readonly string[]): string => inOrder(scopes).join('\n');
