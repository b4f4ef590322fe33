import { catalogue, inOrder, isScope, type Scope, type ScopeGroup } from './catalogue.ts';
import { candidates, limitOf, rightTo, type Candidates, type HolderFacts, type Limit } from './holder.ts';

/** Why a scope does not work or cannot be had. `refused`: Pachca said that the workspace or the role forbids it. */
export type Obstacle = Limit | 'refused';

/** One scope of the catalogue, held against a token and its owner. */
export type InspectedScope = { readonly scope: Scope } & (
  | {
      /** `granted`: ticked. `missing`: can be ticked. */
      readonly state: 'granted' | 'missing';
      /** Who may hold it, where it is not known whether the owner is among them; null = nothing is in doubt. */
      readonly unsure: Limit | null;
    }
  /** Ticked, but it does not work for the owner as they are now: a demoted admin's token answers 403. */
  | { readonly state: 'dead'; readonly reason: Obstacle }
  /** Not ticked, and this owner's token cannot have it. */
  | { readonly state: 'notPossible'; readonly reason: Limit }
);

/** What is known of a token. */
export interface TokenRights extends HolderFacts {
  /** As the server tells them. */
  readonly scopes: readonly string[];
  /** Scopes for which a call was answered with `forbidden` although the token has them. */
  readonly refused?: readonly string[];
}

/** What a token can do, scope by scope. */
export interface Inspection {
  /** In the catalogue's order. */
  readonly groups: readonly { readonly group: ScopeGroup; readonly scopes: readonly InspectedScope[] }[];
  /** Scopes the token has and the catalogue does not know, under their own names. */
  readonly unknown: readonly string[];
}

/**
 * Holds every scope of the catalogue against a token. Nothing is said to be impossible unless the owner is known well
 * enough: without a role no scope is ruled out for one, and with the role `admin` an owner's scope stays in doubt.
 */
export function inspectScopes(token: TokenRights): Inspection {
  const granted = new Set(token.scopes);
  const refused = new Set(token.refused);
  // What everyone but guests may do was refused: so this may be a guest, whose profile cannot be read either.
  const maybeGuest = [...refused].some((scope) => isScope(scope) && limitOf(scope) === 'notGuest');
  const who = candidates(token, maybeGuest);
  return {
    groups: catalogue.map(({ group, scopes }) => ({
      group,
      scopes: scopes.map((scope: Scope) => inspectScope(scope, who, granted.has(scope), refused.has(scope))),
    })),
    unknown: inOrder(token.scopes).filter((scope) => !isScope(scope)),
  };
}

function inspectScope(scope: Scope, who: Candidates, granted: boolean, refused: boolean): InspectedScope {
  const right = rightTo(scope, who);
  if (right.may === 'no') return { scope, state: granted ? 'dead' : 'notPossible', reason: right.limit };
  const unsure = right.may === 'unsure' ? right.limit : null;
  if (!granted) return { scope, state: 'missing', unsure };
  // The refusal settles the doubt: somebody who may hold it would not have been refused.
  if (refused) return { scope, state: 'dead', reason: unsure === null || unsure === 'notGuest' ? 'refused' : unsure };
  return { scope, state: 'granted', unsure };
}

/** All scopes of an inspection, in the catalogue's order. */
export const inspectedScopes = ({ groups }: Inspection): readonly InspectedScope[] =>
  groups.flatMap(({ scopes }) => scopes);

/** What can be done about a scope that does not work. `check`: ask the server again. */
export type ScopeRemedy = 'tick' | 'askAdmin' | 'askOwner' | 'personalToken' | 'botToken' | 'check';

const remedies: Readonly<Record<Obstacle, ScopeRemedy>> = {
  owner: 'askOwner',
  ownerOrAdmin: 'askAdmin',
  bot: 'botToken',
  person: 'personalToken',
  notGuest: 'askAdmin',
  refused: 'askAdmin',
};

/** What can be done about a scope; null where it works as far as is known. */
export function scopeRemedy(inspected: InspectedScope): ScopeRemedy | null {
  switch (inspected.state) {
    case 'granted':
      return null;
    case 'missing':
      return 'tick';
    case 'dead':
    case 'notPossible':
      return remedies[inspected.reason];
  }
}
