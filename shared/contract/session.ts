import * as v from 'valibot';
import type { AppError } from '../errors.ts';
import type { AppScope } from '../scopes.ts';
import type { Account, TokenFacts } from '../state.ts';
import { id, nothing, type CommandInputs } from './inputs.ts';

const token = v.pipe(v.string(), v.maxLength(4096));
const storage = v.picklist(['keychain', 'session']);
/** Address of another server than the usual one, as the person typed it. */
const server = v.optional(v.pipe(v.string(), v.maxLength(2000)));

/** Whose token it is and what it may do, before it is stored. */
export interface CheckedToken {
  readonly account: Account;
  readonly scopes: readonly string[];
  /** Those of them for which Pachca said that the workspace or the role forbids it: a guest's token gets that. */
  readonly refused: readonly string[];
  /** Why the token is of no use at all now: its owner is a guest, the workspace lets nobody in; null = nothing known. */
  readonly problem: AppError | null;
  readonly token: TokenFacts;
  /** The name of the server that was asked; null = Pachca's own. */
  readonly server: string | null;
  /** The account whose token it would take the place of; null = it would be one more. */
  readonly replaces: Replaced | null;
}

/** An account that there is already, and what it could do with its present token alone. */
export interface Replaced {
  /** The name the person gave it, or its own; null = none is known. It stays. */
  readonly label: string | null;
  /** The app's scopes that the present token has and the new one lacks; empty also where that is not known. */
  readonly lost: readonly AppScope[];
}

/** Whose token is used: signing in and out, the accounts, what a token may do. */
export const sessionInputs = {
  /** Asks the server whose token this is and what it may do. Nothing is stored. */
  'session.checkToken': v.strictObject({ token, server }),
  /** Checks a token with the server and keeps it. `storage: 'session'` keeps it in memory only, by the person's consent. */
  'session.signIn': v.strictObject({ token, storage, server }),
  /** As `session.checkToken`, for the token of the environment (`PACHCA_TOKEN`), which the page never sees. */
  'session.checkEnvironmentToken': nothing,
  /** Signs in with that token. */
  'session.signInFromEnvironment': v.strictObject({ storage }),
  /** Signs in to the demo workspace inside the app. */
  'session.tryDemo': nothing,
  /** Tries to read the stored token again, after the keychain was unlocked. */
  'session.retry': nothing,
  /** Signs the account in use out and proves that the token is gone. `force` forgets it even where that cannot be proven. */
  'session.signOut': v.strictObject({ force: v.boolean() }),
  /** Signs every account out and removes all that the app keeps here; as `session.signOut` where a token stays. */
  'session.removeAll': v.strictObject({ force: v.boolean() }),
  'accounts.switch': v.strictObject({ key: id }),
  /** An empty label is the account's own name again. */
  'accounts.rename': v.strictObject({ key: id, label: v.pipe(v.string(), v.trim(), v.maxLength(100)) }),
  /** As signing out, for any account. */
  'accounts.remove': v.strictObject({ key: id, force: v.boolean() }),
  /** Asks the server again what the token may do. */
  'token.check': nothing,
} satisfies CommandInputs;

/** What these commands give back that give back more than success. */
export interface SessionValues {
  'session.checkToken': CheckedToken;
  'session.checkEnvironmentToken': CheckedToken;
}
