import type { CommandCall } from '../../../shared/contract.ts';
import { messages } from '../../../shared/i18n/index.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { AppState } from '../../../shared/state.ts';
import { trayIconName } from '../../../shared/tray-icon.ts';
import { statusLine, trayMenu, trayTooltip } from '../../../shared/tray-menu.ts';
import { element, setText } from './dom.ts';
import { createMenu } from './menu.ts';
import { paths } from './protocol.ts';
import { createToasts, type Toasts } from './toasts.ts';

/** The make-believe desktop around the popover: the strip with the tray icon and its menu, and what a system shows. */
export interface Desktop {
  update(state: AppState): void;
  setPopover(visible: boolean): void;
  /** Says that nothing on the page works any more, and why; null = it does again. */
  setStopped(reason: 'lost' | 'quit' | null, locale: Locale): void;
  readonly toasts: Toasts;
}

/**
 * Draws the desktop around the popover.
 * @param root the popover's element; it stays where it is
 * @param run carries out what was chosen in the menu
 */
export function createDesktop(root: HTMLElement, run: (command: CommandCall) => void): Desktop {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let state: AppState | null = null;

  const icon = element('img', { class: 'desk-icon', attributes: { alt: '', width: '16', height: '16' } });
  const name = element('span', { class: 'desk-button-name' });
  const button = element('button', {
    class: 'desk-button',
    attributes: { type: 'button', 'aria-describedby': 'desk-status' },
    children: [icon, name],
  });
  const menu = createMenu(button, run);
  const status = element('span', { class: 'desk-status', attributes: { id: 'desk-status' } });
  const strip = element('section', {
    class: 'desk-strip',
    children: [
      element('div', {
        class: 'desk-strip-inner',
        children: [status, element('div', { class: 'desk-anchor', children: [button, menu.element] })],
      }),
    ],
  });

  const bannerTitle = element('strong');
  const bannerAdvice = element('span');
  const banner = element('div', { class: 'desk-banner', attributes: { role: 'alert' } });

  // Stands in for the popover's main part and heading while that is hidden.
  const hiddenHeading = element('h1');
  const hiddenText = element('p');
  const hiddenHint = element('main', { class: 'desk-hidden', children: [hiddenHeading, hiddenText] });
  const aboutHeading = element('h2');
  const about = [element('p'), element('p'), element('p')] as const;
  const aside = element('aside', { class: 'desk-about', children: [aboutHeading, ...about] });
  const toasts = createToasts();

  hiddenHint.hidden = true;
  root.tabIndex = -1;
  root.before(strip, banner);
  root.after(hiddenHint, aside, toasts.element);
  document.documentElement.classList.add('desk');
  dark.addEventListener('change', drawIcon);

  function drawIcon(): void {
    if (!state) return;
    const base = trayIconName(state, dark.matches);
    // A template image comes in the two sizes of macOS, the others in one that is large enough.
    const template = base.endsWith('Template');
    const src = `${paths.tray}${base}${template ? '@2x' : ''}.png`;
    icon.classList.toggle('desk-icon-template', template);
    setAttribute(icon, 'src', src);
    const favicon = document.querySelector('link[rel="icon"]');
    if (favicon) setAttribute(favicon, 'href', src);
  }

  return {
    toasts,
    update: (next) => {
      state = next;
      const { app, preview, tray } = messages(next.locale);
      setText(name, app.name);
      setAttribute(strip, 'aria-label', preview.strip);
      setText(status, statusLine(next));
      setAttribute(button, 'title', trayTooltip(next));
      setAttribute(status, 'title', statusLine(next));
      menu.update(trayMenu(next), tray.menuLabel);
      setText(hiddenHeading, app.name);
      setText(hiddenText, preview.hidden);
      setText(aboutHeading, preview.heading);
      setText(about[0], preview.about);
      setText(about[1], preview.aboutLocal);
      setText(about[2], preview.aboutStop);
      drawIcon();
    },
    setPopover: (visible) => {
      root.hidden = !visible;
      hiddenHint.hidden = visible;
    },
    setStopped: (reason, locale) => {
      const { preview } = messages(locale);
      menu.close();
      // What was typed stays on the page, out of reach until something can be done with it.
      root.inert = reason !== null;
      strip.inert = reason !== null;
      banner.replaceChildren(...(reason ? [bannerTitle, bannerAdvice] : []));
      setText(bannerTitle, reason === 'quit' ? preview.quit : preview.lost);
      setText(bannerAdvice, reason === 'quit' ? preview.quitAdvice : preview.lostAdvice);
    },
  };
}

/** Writes an attribute only where it changes: setting `src` or `title` again is not free. */
function setAttribute(target: Element, name: string, value: string): void {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
