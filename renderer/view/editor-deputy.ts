import type { Person } from '../../shared/contract.ts';
import type { AppState } from '../../shared/state.ts';

/** Whether the token may look for colleagues. Before it was checked in this run it is taken to. */
export function canSearchPeople({ session }: AppState): boolean {
  return session.phase === 'signed-in' && (!session.checked || session.scopes.includes('users:read'));
}

/** Everybody but the person. */
export function colleagues(people: readonly Person[], { session }: AppState): readonly Person[] {
  const own = session.phase === 'signed-in' ? session.account?.userId : undefined;
  return people.filter(({ userId }) => userId !== own);
}

/** A nickname as it was typed, without the @ and what no nickname has; at most 100 UTF-16 units. */
export const asNickname = (text: string): string => text.replace(/[\s@{}]/gu, '').slice(0, 100);
