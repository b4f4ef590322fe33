import type { CommandInput } from '../../shared/contract.ts';

/** The only addresses that the app ever opens in the browser. All https. */
export const links: Readonly<Record<CommandInput<'link.open'>['link'], string>> = {
  /** How tokens are made, in Pachca's developer guide. */
  tokens: 'https://dev.pachca.com/guides/authorization',
  /** How bots and their tokens are made. */
  botTokens: 'https://dev.pachca.com/guides/bots',
};
