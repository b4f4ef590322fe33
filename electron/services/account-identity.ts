import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { DEFAULT_API_URL } from './pachca/api-url.ts';

/**
 * Whose an account is: which kind of host (the app or its preview), which data folder, which server, which user. A token is
 * looked for under all four, so that none is ever read for another server, and no two folders share one.
 */
export interface Namespace {
  /** The keychain's service, one for each kind of host. */
  readonly service: string;
  /** From {@link folderId}. */
  readonly folder: string;
}

/** The server of an account that was stored before accounts knew theirs: the app's own entries were made for Pachca. */
export const serverOf = ({ apiUrl }: { readonly apiUrl: string | null }): string => apiUrl ?? DEFAULT_API_URL;

/** Whether a base address is of Pachca's own server. */
const isPachca = (apiUrl: string): boolean => new URL(apiUrl).origin === new URL(DEFAULT_API_URL).origin;

/** Whether two base addresses are of one server. */
export const sameServer = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin;

/** The server's name as it is shown wherever it is not Pachca's own; null = it is. */
export const shownServer = (apiUrl: string): string | null => (isPachca(apiUrl) ? null : new URL(apiUrl).host);

/** What an account is known by in the settings. The user's id alone where the server is Pachca's, as it always was. */
export const accountKey = (apiUrl: string, userId: number): string =>
  isPachca(apiUrl) ? String(userId) : `${userId}@${new URL(apiUrl).host}`;

/** The name of an account's entry in the keychain: people see it in their keychain's own program. */
export const entryName = ({ folder }: Namespace, apiUrl: string, userId: number): string =>
  `${userId}@${new URL(apiUrl).host} ${folder}`;

/** A short name for a data folder, the same at every start and under every link that leads to it. */
export function folderId(dir: string): string {
  let path = dir;
  try {
    path = realpathSync(dir);
  } catch {
    // It will be made at the first use; its name is what there is to go by.
  }
  return createHash('sha256').update(path).digest('hex').slice(0, 8);
}
