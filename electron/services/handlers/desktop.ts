import type { HandlersOf } from '../../../shared/contract.ts';
import type { desktopInputs } from '../../../shared/contract/desktop.ts';
import { appError } from '../../../shared/errors.ts';
import { done, fail } from '../../../shared/result.ts';
import { act, type HandlerContext } from './context.ts';

/** How the app sits on the desktop. */
export function desktopHandlers({ host, settings, store, log }: HandlerContext): HandlersOf<typeof desktopInputs> {
  return {
    'login.set': async ({ enabled }) => {
      try {
        await host.setStartAtLogin(enabled);
      } catch (error) {
        log('warn', 'Start at login could not be changed', { error });
      }
      store.publish();
      // What counts is what the system says now, not what it was asked for.
      const { login } = host.desktop();
      return login.kind === (enabled ? 'on' : 'off') ? done : fail(appError('login_item_failed', { kind: login.kind }));
    },
    'hint.dismiss': ({ hint }) => {
      const { told } = settings.data;
      return Promise.resolve(told.includes(hint) ? done : store.save({ told: [...told, hint] }));
    },
    'popover.blurred': () => act(() => host.popoverBlurred()),
    'popover.openSettings': () =>
      act(() => {
        store.update({ settingsAsked: store.facts.settingsAsked + 1 });
        host.openPopover();
      }),
  };
}
