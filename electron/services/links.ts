import type { CommandInput } from '../../shared/contract.ts';

/** The addresses that the app opens in the browser by itself. All https. */
export const links: Readonly<Record<CommandInput<'link.open'>['link'], string>> = {
  /** How tokens are made, in Pachca's developer guide. */
  tokens: 'https://dev.pachca.com/guides/authorization',
  /** How bots and their tokens are made. */
  botTokens: 'https://dev.pachca.com/guides/bots',
};

/** Whether an address may be opened in the browser: https, without a user name or password in it. */
export function isSafeLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
