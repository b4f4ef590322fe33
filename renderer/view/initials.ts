import type { Locale } from '../../shared/i18n/locale.ts';
import type { Account } from '../../shared/state.ts';

/** One or two capital letters that stand for a person without a picture; null where there is no name of any kind. */
export function initials(account: Pick<Account, 'name' | 'nickname'>, locale: Locale): string | null {
  const source = account.name?.trim() ? account.name : account.nickname;
  const letters = (source ?? '')
    .split(/\s+/u)
    .map((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0])
    .filter((letter) => letter !== undefined);
  const pair = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return pair.length === 0 ? null : pair.join('').toLocaleUpperCase(locale);
}
