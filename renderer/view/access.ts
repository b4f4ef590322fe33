import type { AppScope } from '../../shared/scopes.ts';
import type { AppState } from '../../shared/state.ts';

/**
 * Whether the account in use can do what needs a scope. `yes` too before the token was checked in this run: nothing is
 * forbidden on a guess. `problem`: the account does not work at all at the moment.
 */
export type Access = 'yes' | 'scope-missing' | 'problem';

/** For what is shown disabled with the reason, before it is tried. */
export function accessTo(scope: AppScope, { session }: AppState): Access {
  if (session.phase !== 'signed-in' || session.problem !== null) return 'problem';
  return !session.checked || session.scopes.includes(scope) ? 'yes' : 'scope-missing';
}
