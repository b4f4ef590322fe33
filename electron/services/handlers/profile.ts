import type { HandlersOf } from '../../../shared/contract.ts';
import type { profileInputs } from '../../../shared/contract/profile.ts';
import { loadProfile } from '../profile.ts';
import { withAccount, type HandlerContext } from './context.ts';

/** The profile and the people of the workspace. */
export function profileHandlers(context: HandlerContext): HandlersOf<typeof profileInputs> {
  return {
    'profile.load': () => withAccount(context, (account) => loadProfile(account.client)),
    'people.search': ({ query, cursor }) => withAccount(context, (account) => account.client.people(query, cursor)),
  };
}
