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
    show: ({ title, body, dismiss, url }) => {
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
          close,
        ],
      });
      close.addEventListener('click', () => toast.remove());
      while (corner.children.length >= MOST) corner.firstElementChild?.remove();
      corner.append(toast);
      if (!url) leaveAfter(toast, STAY);
    },
  };
}

function leaveAfter(toast: HTMLElement, milliseconds: number): void {
  setTimeout(() => {
    if (toast.matches(':hover, :focus-within')) leaveAfter(toast, milliseconds);
    else toast.remove();
  }, milliseconds);
}
