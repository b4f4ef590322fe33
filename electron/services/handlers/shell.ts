import type { HandlersOf } from '../../../shared/contract.ts';
import type { shellInputs } from '../../../shared/contract/shell.ts';
import { done, ok } from '../../../shared/result.ts';
import { diagnosticsText } from '../diagnostics.ts';
import { links } from '../links.ts';
import { openableLink } from '../profile.ts';
import { act, withAccount, type HandlerContext } from './context.ts';

/** What the app does around all this: links, files, its window, its end. */
export function shellHandlers(context: HandlerContext): HandlersOf<typeof shellInputs> {
  const { host, session, store } = context;
  return {
    'diagnostics.collect': () =>
      Promise.resolve(
        ok(
          diagnosticsText({
            state: store.state(),
            settings: context.settings.data,
            apiUrl: context.apiUrl,
            errors: context.errors.entries,
            keychain: `${store.state().host.keychain}, last answer: ${context.vault.lastAnswer()}`,
            ...context.runtime,
          }),
        ),
      ),
    'clipboard.write': async ({ text }) => {
      await host.copyText(text);
      return done;
    },
    'file.save': async (file) => ok(await host.saveFile(file)),

    'link.open': async ({ link }) => {
      await host.openExternal(links[link]);
      return done;
    },
    'link.openProfileField': ({ propertyId }) =>
      withAccount(context, async (account) => {
        const url = await openableLink(account.client, propertyId);
        if (!url.ok) return url;
        await host.openExternal(url.value);
        return done;
      }),
    'popover.open': () => act(() => host.openPopover()),
    'popover.hide': () => act(() => host.hidePopover()),
    'popover.hold': ({ held }) => act(() => host.holdPopover(held)),
    'network.online': () => {
      for (const account of session.all()) {
        void account.status.networkBack();
        account.avatar.hurry();
      }
      session.recheck();
      return Promise.resolve(done);
    },
    'app.quit': () => act(() => host.quit()),
  };
}
