/**
 * The preview's page: puts the bridge where the renderer looks for it, and draws the desktop around the popover. Runs
 * before the renderer.
 */
import 'temporal-polyfill/global';
import { BRIDGE, createBridge } from '../../../shared/bridge.ts';
import type { CommandCall } from '../../../shared/contract.ts';
import { messages } from '../../../shared/i18n/index.ts';
import { chooseLocale } from '../../../shared/i18n/locale.ts';
import { connect } from './connection.ts';
import { createDesktop } from './desktop.ts';
import './desktop.css';
import './menu.css';
import './toasts.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

const connection = connect();
const bridge = createBridge(connection.transport);
Object.defineProperty(window, BRIDGE, { value: bridge, enumerable: true });

/** The app's language once it is known, the browser's before. */
let locale = chooseLocale('system', navigator.languages);
/** Whether the popover was opened from this page's menu, and gets the focus. */
let focusPopover = false;

const run = ({ name, input }: CommandCall): void => {
  focusPopover = name === 'popover.open';
  // What fails is in the next snapshot, or comes back as a notification.
  void bridge.command(name, input);
};
const desktop = createDesktop(root, run);

connection.on('state', (state) => {
  locale = state.locale;
  desktop.update(state);
});
connection.on('popover', ({ visible }) => {
  desktop.setPopover(visible);
  if (visible && focusPopover) root.focus();
  focusPopover = false;
});
connection.on('notification', ({ title, body, actions = [] }) => {
  desktop.toasts.show({
    title,
    body,
    dismiss: messages(locale).notices.dismiss,
    actions: actions.map(({ label, command }) => ({ label, run: () => run(command) })),
  });
});
connection.on('link', ({ url }) => {
  const { notices, preview } = messages(locale);
  desktop.toasts.show({ title: preview.openLink(new URL(url).host), body: url, dismiss: notices.dismiss, url });
});
connection.on('copy', ({ text }) => {
  const { notices, preview } = messages(locale);
  // Refused where the tab lost the focus meanwhile: then the text is shown, to be copied by hand.
  navigator.clipboard.writeText(text).catch(() => {
    desktop.toasts.show({ title: preview.copyByHand, body: text, dismiss: notices.dismiss });
  });
});
connection.on('download', ({ name, text }) => {
  const address = URL.createObjectURL(new Blob([text]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
});
connection.on('quit', () => desktop.setStopped('quit', locale));
connection.onLost((lost) => desktop.setStopped(lost ? 'lost' : null, locale));

// Coming back to the tab is what opening the popover is in the tray: the app asks the server anew.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && !root.hidden) void bridge.command('popover.open', {});
});
