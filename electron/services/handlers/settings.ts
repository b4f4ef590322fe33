import type { HandlersOf } from '../../../shared/contract.ts';
import type { settingsInputs } from '../../../shared/contract/settings.ts';
import { done } from '../../../shared/result.ts';
import type { HandlerContext } from './context.ts';

/** What the person chose, and what they were told. */
export function settingsHandlers({ session, store }: HandlerContext): HandlersOf<typeof settingsInputs> {
  return {
    'settings.update': (patch) => {
      // A key that is left out comes as undefined; what is not said is not changed.
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const saved = store.save(given);
      if ('warnBefore' in given) for (const account of session.all()) account.status.rearm();
      return Promise.resolve(saved);
    },
    'notice.dismiss': ({ id }) => {
      store.notices.dismiss(id);
      return Promise.resolve(done);
    },
  };
}
