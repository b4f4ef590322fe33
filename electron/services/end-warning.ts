import { formatMoment } from '../../shared/format.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { Status } from '../../shared/status.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import type { Host } from './ports.ts';
import type { Store } from './store.ts';

/** The status of an account ends soon: the system says so, with what can be done about it. @param key the account's */
export function warnOfEnd({ host, store }: { host: Host; store: Store }, key: string, status: Status): void {
  const state = store.state();
  if (status.expiresAt === null) return;
  const texts = messages(state.locale).ending;
  const name = state.accounts.length > 1 ? state.accounts.find((account) => account.key === key)?.label : null;
  host.notify({
    title: texts.title(`${status.emoji} ${status.title}`, formatMoment(status.expiresAt, state.now, timeStyle(state))),
    body: name ? texts.bodyFor(name) : texts.body,
    ...(key === store.facts.current && {
      actions: [
        { label: texts.extend, command: { name: 'status.extend', input: { by: { kind: 'duration', minutes: 30 } } } },
        { label: texts.letEnd, command: { name: 'status.letEnd', input: {} } },
      ],
    }),
  });
}
