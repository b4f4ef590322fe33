import { extendByText, extensions, warningExtension } from '../../shared/extensions.ts';
import { inLine, nameInLine } from '../../shared/clean-text.ts';
import { formatMoment } from '../../shared/format.ts';
import { messages } from '../../shared/i18n/index.ts';
import { expiryContext } from '../../shared/plan.ts';
import type { Status } from '../../shared/status.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import type { Host } from './ports.ts';
import type { Store } from './store.ts';

/** The status of an account ends soon: the system says so, with what can be done about it. @param key the account's */
export function warnOfEnd({ host, store }: { host: Host; store: Store }, key: string, status: Status): void {
  const state = store.state();
  if (status.expiresAt === null) return;
  const texts = messages(state.locale).ending;
  const rule = key === store.facts.current ? (state.status.source?.plan.expiry ?? null) : null;
  const way = warningExtension(extensions(status.expiresAt, rule, state.now, expiryContext(state)));
  const name = state.accounts.length > 1 ? state.accounts.find((account) => account.key === key)?.label : null;
  host.notify({
    title: texts.title(nameInLine(status), formatMoment(status.expiresAt, state.now, timeStyle(state))),
    body: name ? texts.bodyFor(inLine(name)) : texts.body,
    ...(key === store.facts.current && {
      until: status.expiresAt,
      actions: [
        ...(way
          ? [
              {
                label: extendByText(way, state.locale),
                command: { name: 'status.extend' as const, input: { by: way.by } },
              },
            ]
          : []),
        { label: texts.letEnd, command: { name: 'status.letEnd', input: {} } },
      ],
    }),
  });
}
