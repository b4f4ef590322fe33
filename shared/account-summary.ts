import { nameInLine } from './clean-text.ts';
import { accountsTexts } from './i18n/areas/accounts.ts';
import { errorText } from './i18n/index.ts';
import type { Locale } from './i18n/locale.ts';
import type { AccountSummary, AppState } from './state.ts';
import { currentAt } from './status.ts';

/** Key of the account in use; empty where nobody is signed in. */
export const currentAccount = ({ accounts }: Pick<AppState, 'accounts'>): string =>
  accounts.find(({ current }) => current)?.key ?? '';

/** The server of the account in use, by name; null = Pachca's own, or nobody is signed in. */
export const currentServer = ({ accounts }: Pick<AppState, 'accounts'>): string | null =>
  accounts.find(({ current }) => current)?.server ?? null;

/** What an account is called: as the person named it, its own name, its nickname. */
export const accountName = ({ label, nickname }: AccountSummary, locale: Locale): string =>
  label ?? (nickname ? `@${nickname}` : accountsTexts(locale).nameless);

/** What an account's row says below its name: what stands in its way, or what colleagues see there. */
export function accountLine(account: AccountSummary, now: number, locale: Locale): string {
  if (account.problem) return errorText(locale, account.problem).title;
  const status = currentAt(account.status, now);
  return status ? nameInLine(status) : accountsTexts(locale).noStatus;
}
