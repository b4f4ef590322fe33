import { element } from './dom.ts';

/** Messages of the kind an operating system shows in a corner. */
export interface Toasts {
  readonly element: HTMLElement;
  /** Shows a message until it is dismissed, or for a while. */
  show(toast: {
    readonly title: string;
    readonly body: string;
    readonly dismiss: string;
    /** A link instead of the plain title; such a message stays until it is dismissed. */
    readonly url?: string;
    /** Buttons; a message with some stays until one of them is pressed or it is dismissed. */
    readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
  }): void;
}

/** How long a message stays, in milliseconds, unless the pointer or the focus is on it. */
const STAY = 12_000;

/** More than these hide the page; the oldest one goes. */
const MOST = 3;

/** Makes the corner. It exists from the beginning, because a live region announces what is added to it later. */
export function createToasts(): Toasts {
  const corner = element('div', { class: 'desk-toasts', attributes: { role: 'status' } });
  return {
    element: corner,
    show: ({ title, body, dismiss, url, actions = [] }) => {
      const head = url
        ? element('a', { text: title, attributes: { href: url, target: '_blank', rel: 'noopener noreferrer' } })
        : element('span', { text: title });
      const close = element('button', {
        class: 'desk-toast-close',
        attributes: { type: 'button', 'aria-label': dismiss },
      });
      const toast = element('div', {
        class: 'desk-toast',
        children: [
          element('p', { class: 'desk-toast-title', children: [head] }),
          element('p', { class: 'desk-toast-body', text: body }),
          ...(actions.length > 0 ? [element('p', { class: 'desk-toast-actions', children: actions.map(button) })] : []),
          close,
        ],
      });

      function button({ label, run }: (typeof actions)[number]): HTMLElement {
        const made = element('button', { class: 'desk-toast-action', text: label, attributes: { type: 'button' } });
        made.addEventListener('click', () => {
          toast.remove();
          run();
        });
        return made;
      }

      close.addEventListener('click', () => toast.remove());
      while (corner.children.length >= MOST) corner.firstElementChild?.remove();
      corner.append(toast);
      if (!url && actions.length === 0) leaveAfter(toast, STAY);
    },
  };
}

function leaveAfter(toast: HTMLElement, milliseconds: number): void {
  setTimeout(() => {
    if (toast.matches(':hover, :focus-within')) leaveAfter(toast, milliseconds);
    else toast.remove();
  }, milliseconds);
}
