import type { HandlersOf } from '../../../shared/contract.ts';
import type { sessionInputs } from '../../../shared/contract/session.ts';
import { done, fail } from '../../../shared/result.ts';
import { withAccount, type HandlerContext } from './context.ts';

/** Signing in and out, the accounts, and what a token may do. */
export function sessionHandlers(context: HandlerContext): HandlersOf<typeof sessionInputs> {
  const { session } = context;
  return {
    'session.checkToken': ({ token, server }) => session.checkToken(token, server ?? null),
    'session.signIn': ({ token, storage, server }) => session.signIn(token, storage, server ?? null),
    'session.checkEnvironmentToken': () => session.checkEnvironmentToken(),
    'session.signInFromEnvironment': ({ storage }) => session.signInFromEnvironment(storage),
    'session.tryDemo': () => session.tryDemo(),
    'session.retry': () => session.retry(),
    'session.signOut': ({ force }) => session.remove(null, force),

    'session.removeAll': ({ force }) => session.removeAll(force),

    'accounts.switch': ({ key }) => Promise.resolve(session.use(key)),
    'accounts.rename': ({ key, label }) => Promise.resolve(session.rename(key, label)),
    'accounts.remove': ({ key, force }) => session.remove(key, force),

    'token.check': () =>
      withAccount(context, async (account) => {
        const error = await account.check();
        if (error) return fail(error);
        account.avatar.hurry();
        void account.status.refresh();
        return done;
      }),
  };
}
