/** What a lost focus means. `after`: milliseconds from now. */
export type OnBlur = { readonly kind: 'hide' } | { readonly kind: 'take-back'; readonly after: number };

/** What a click on the icon means. */
export type OnClick = 'show' | 'hide' | 'nothing';

/** Tells a person who leaves the popover from a bar that takes the focus for a moment. */
export interface FocusRules {
  /** The popover was shown. */
  readonly shown: () => void;
  /** It lost the focus. `overIcon`: the mouse is on the icon, as far as the system tells. */
  readonly blurred: (overIcon: boolean) => OnBlur;
  /** The mouse button went down on the icon, where the system tells of it (macOS). */
  readonly pressed: (visible: boolean) => void;
  /** The icon was clicked: the button came up again. */
  readonly clicked: (visible: boolean) => OnClick;
}

/**
 * Just after it was shown, a window loses the focus to the bar that was clicked, in milliseconds. On Windows the overflow
 * flyout does so last of all, when it has faded away; macOS gives a panel the focus for good.
 */
const GRACES: Readonly<Partial<Record<NodeJS.Platform, number>>> = { darwin: 0, win32: 500 };
const GRACE = 250;

/** A click on the icon takes the focus away before it is told; this soon after, it means "close", in milliseconds. */
const CLICK_AFTER_BLUR = 300;

/** The same for a press that takes its time, where the mouse was seen on the icon when the focus went. */
const LONG_PRESS_AFTER_BLUR = 3_000;

/**
 * Makes the rules of a system.
 * @param now milliseconds of a clock that does not jump
 */
export function createFocusRules(platform: NodeJS.Platform, now: () => number): FocusRules {
  const grace = GRACES[platform] ?? GRACE;
  let shownAt = -Infinity;
  let closedAt = -Infinity;
  let closedOverIcon = false;
  /** What the press under way found, null where none is under way, or the system does not tell of presses. */
  let press: { readonly open: boolean } | null = null;

  const justClosed = (within: number): boolean => now() - closedAt <= within;

  return {
    shown: () => {
      shownAt = now();
      closedAt = -Infinity;
    },
    blurred: (overIcon) => {
      const left = grace - (now() - shownAt);
      if (left > 0) return { kind: 'take-back', after: left };
      closedAt = now();
      closedOverIcon = overIcon;
      return { kind: 'hide' };
    },
    pressed: (visible) => {
      press = { open: visible || justClosed(CLICK_AFTER_BLUR) };
    },
    clicked: (visible) => {
      const pressed = press;
      press = null;
      if (visible) return 'hide';
      if (pressed) return pressed.open ? 'nothing' : 'show';
      const meansClose = justClosed(closedOverIcon ? LONG_PRESS_AFTER_BLUR : CLICK_AFTER_BLUR);
      closedAt = -Infinity;
      return meansClose ? 'nothing' : 'show';
    },
  };
}
