import type { CommandCall } from '../../../shared/contract.ts';
import type { MenuItem } from '../../../shared/tray-menu.ts';
import { element } from './dom.ts';
import { createLevel, type Level, type Row } from './menu-level.ts';
import { placeBeside } from './place.ts';

/** The tray menu, drawn as a menu button's menu in the way of the ARIA Authoring Practices. */
export interface Menu {
  readonly element: HTMLElement;
  /** Draws the items anew, under the hands of whoever has the menu open: what has the focus keeps it. */
  update(items: readonly MenuItem[], label: string): void;
  close(options?: { focusButton: boolean }): void;
}

/** A menu that an item of another has opened. */
interface Submenu {
  readonly level: Level;
  readonly opener: Row;
}

/** How long the pointer rests on an item before its menu opens, in milliseconds. */
const OPEN_AFTER = 120;

/** How long a menu outlasts the pointer on its way to it across other items, in milliseconds. */
const CLOSE_AFTER = 350;

/**
 * Makes the menu of a button. The button opens and closes it.
 * @param run carries out what was chosen
 */
export function createMenu(button: HTMLButtonElement, run: (command: CommandCall) => void): Menu {
  const root = createLevel({ id: 'desk-menu' });
  const menus = element('div', { class: 'desk-menus', children: [root.element] });
  root.element.hidden = true;
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', root.element.id);

  /** The open menus of items, the outermost first. */
  const submenus: Submenu[] = [];
  let hover: ReturnType<typeof setTimeout> | undefined;
  /** Whether the highlight follows the pointer rather than the keys. */
  let pointing = false;

  const levels = (): Level[] => [root, ...submenus.map(({ level }) => level)];
  /** How deep an element is: 0 = in the tray's own menu, -1 = in none. */
  const depthOf = (target: EventTarget | null): number =>
    target instanceof Node ? levels().findIndex((level) => level.element.contains(target)) : -1;
  const itemAt = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[role="menuitem"]') : null;
  const rowAt = (item: HTMLElement): Row | undefined => levels()[depthOf(item)]?.rowOf(item);

  function open(): void {
    root.element.hidden = false;
    root.element.scrollTop = 0;
    button.setAttribute('aria-expanded', 'true');
  }

  const close: Menu['close'] = ({ focusButton } = { focusButton: false }) => {
    if (root.element.hidden) return;
    if (focusButton) button.focus();
    closeSubmenus(0);
    root.element.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  };

  /** Closes the menus of items from a depth on; where one of them had the focus, the item that opened it gets it. */
  function closeSubmenus(depth: number): void {
    clearTimeout(hover);
    for (const { level, opener } of submenus.splice(depth).reverse()) {
      const hadFocus = level.element.contains(document.activeElement);
      level.element.remove();
      opener.element.setAttribute('aria-expanded', 'false');
      if (hadFocus) opener.element.focus({ preventScroll: true });
    }
  }

  function openSubmenu(opener: Row, items: readonly MenuItem[]): Level {
    const depth = depthOf(opener.element);
    const there = submenus[depth];
    if (there?.opener === opener) {
      closeSubmenus(depth + 1);
      return there.level;
    }
    closeSubmenus(depth);
    const level = createLevel();
    level.update(items, opener.label.textContent);
    menus.append(level.element);
    placeBeside(level.element, opener.element);
    opener.element.setAttribute('aria-expanded', 'true');
    submenus.push({ level, opener });
    return level;
  }

  function choose(row: Row, focusFirst: boolean): void {
    if (!row.action) return;
    if ('items' in row.action) {
      const level = openSubmenu(row, row.action.items);
      if (focusFirst) level.focusable()[0]?.focus();
      return;
    }
    close({ focusButton: true });
    run(row.action.command);
  }

  button.addEventListener('click', (event) => {
    if (!root.element.hidden) {
      close({ focusButton: true });
      return;
    }
    open();
    // Opened by keyboard or by assistive technology, the first item is ready; under a mouse nothing is chosen yet.
    if (event.detail === 0) root.focusable()[0]?.focus();
    else root.element.focus();
  });

  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open();
    root
      .focusable()
      .at(event.key === 'ArrowDown' ? 0 : -1)
      ?.focus();
  });

  menus.addEventListener('keydown', (event) => {
    // The popover has keys of its own (Escape, digits), which are not meant while the menu is open.
    event.stopPropagation();
    pointing = false;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const depth = Math.max(0, depthOf(event.target));
    const level = levels()[depth] ?? root;
    const items = level.focusable();
    const at = items.findIndex((item) => item === document.activeElement);
    const row = items[at] && rowAt(items[at]);
    switch (event.key) {
      case 'ArrowDown':
        items[(at + 1) % items.length]?.focus();
        break;
      case 'ArrowUp':
        items.at(at <= 0 ? -1 : at - 1)?.focus();
        break;
      case 'ArrowRight':
        if (row?.action && 'items' in row.action) choose(row, true);
        break;
      case 'ArrowLeft':
        closeSubmenus(Math.max(0, depth - 1));
        break;
      case 'Home':
        items[0]?.focus();
        break;
      case 'End':
        items.at(-1)?.focus();
        break;
      case 'Enter':
      case ' ':
        if (row) choose(row, true);
        break;
      case 'Escape':
        if (depth > 0) closeSubmenus(depth - 1);
        else close({ focusButton: true });
        break;
      case 'Tab':
        // The focus goes on from the button, as if the menu had never been there.
        close({ focusButton: true });
        return;
      default:
        if (event.key.length !== 1) return;
        level.typed(event.key, at)?.focus();
    }
    event.preventDefault();
  });

  menus.addEventListener('click', (event) => {
    const item = itemAt(event.target);
    const row = item && rowAt(item);
    if (!row) return;
    // Under a finger a second tap closes what the first one opened; a mouse has opened it by being there.
    const finger = event instanceof PointerEvent && event.pointerType === 'touch';
    if (finger && row.element.getAttribute('aria-expanded') === 'true') closeSubmenus(depthOf(row.element));
    else choose(row, event.detail === 0);
  });
  // As in native menus the pointer moves the highlight, and there is only one.
  menus.addEventListener('pointermove', ({ target, pointerType }) => {
    pointing = pointerType !== 'touch';
    const item = itemAt(target);
    if (!item || item === document.activeElement || !pointing) return;
    item.focus({ preventScroll: true });
    const row = rowAt(item);
    const action = row?.action;
    clearTimeout(hover);
    if (row && action && 'items' in action) hover = setTimeout(() => openSubmenu(row, action.items), OPEN_AFTER);
    else hover = setTimeout(() => closeSubmenus(depthOf(item)), CLOSE_AFTER);
  });
  menus.addEventListener('pointerout', ({ target, relatedTarget }) => {
    const level = levels()[depthOf(target)];
    const left = level && !(relatedTarget instanceof Node && menus.contains(relatedTarget));
    // A menu that shrinks under a resting pointer takes nothing away from who uses the keyboard.
    if (left && pointing && !root.element.hidden) level.element.focus({ preventScroll: true });
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menus.contains(target) && !button.contains(target)) close();
  });
  window.addEventListener('resize', () => closeSubmenus(0));

  function update(items: readonly MenuItem[], label: string): void {
    const depth = depthOf(document.activeElement);
    const at = (levels()[depth]?.focusable() ?? []).findIndex((item) => item === document.activeElement);

    root.update(items, label);
    for (const [index, { level, opener }] of [...submenus.entries()]) {
      const there = levels()[index]?.has(opener);
      if (!there || !opener.action || !('items' in opener.action)) {
        closeSubmenus(index);
        break;
      }
      level.update(opener.action.items, opener.label.textContent);
    }

    if (at < 0 || depthOf(document.activeElement) >= 0) return;
    const left = (levels()[depth] ?? levels().at(-1))?.focusable() ?? [];
    left[Math.min(at, left.length - 1)]?.focus();
  }

  return { element: menus, update, close };
}
