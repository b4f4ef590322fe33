import type { CommandCall } from '../../../shared/contract.ts';
import type { MenuItem } from '../../../shared/tray-menu.ts';
import { element, setText } from './dom.ts';
import { createTypeAhead } from './type-ahead.ts';

/** The tray menu, drawn as a menu button's menu in the way of the ARIA Authoring Practices. */
export interface Menu {
  readonly element: HTMLElement;
  /** Draws the items anew, under the hands of whoever has the menu open: what has the focus keeps it. */
  update(items: readonly MenuItem[], label: string): void;
  close(options?: { focusButton: boolean }): void;
}

/** The drawn form of an item. */
interface Row {
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  readonly hint: HTMLElement;
  command: CommandCall | null;
}

/**
 * Makes the menu of a button. The button opens and closes it.
 * @param run carries out what was chosen
 */
export function createMenu(button: HTMLButtonElement, run: (command: CommandCall) => void): Menu {
  const menu = element('div', { class: 'desk-menu', attributes: { role: 'menu', tabindex: '-1', id: 'desk-menu' } });
  menu.hidden = true;
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', menu.id);

  const rows = new Map<string, Row>();
  const typeAhead = createTypeAhead();
  /** Whether the highlight follows the pointer rather than the keys. */
  let pointing = false;

  const focusable = (): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const focusAt = (index: number): void => focusable().at(index)?.focus();
  const focusedIndex = (): number => focusable().findIndex((item) => item === document.activeElement);

  function open(): void {
    menu.hidden = false;
    menu.scrollTop = 0;
    button.setAttribute('aria-expanded', 'true');
  }

  const close: Menu['close'] = ({ focusButton } = { focusButton: false }) => {
    if (menu.hidden) return;
    if (focusButton) button.focus();
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  };

  function choose(item: HTMLElement): void {
    const command = [...rows.values()].find((row) => row.element === item)?.command;
    if (!command) return;
    close({ focusButton: true });
    run(command);
  }

  button.addEventListener('click', (event) => {
    if (!menu.hidden) {
      close({ focusButton: true });
      return;
    }
    open();
    // Opened by keyboard or by assistive technology, the first item is ready; under a mouse nothing is chosen yet.
    if (event.detail === 0) focusAt(0);
    else menu.focus();
  });

  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open();
    focusAt(event.key === 'ArrowDown' ? 0 : -1);
  });

  menu.addEventListener('keydown', (event) => {
    // The popover has keys of its own (Escape, digits), which are not meant while the menu is open.
    event.stopPropagation();
    pointing = false;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = focusable();
    const at = focusedIndex();
    switch (event.key) {
      case 'ArrowDown':
        focusAt((at + 1) % items.length);
        break;
      case 'ArrowUp':
        focusAt(at <= 0 ? -1 : at - 1);
        break;
      case 'Home':
        focusAt(0);
        break;
      case 'End':
        focusAt(-1);
        break;
      case 'Enter':
      case ' ':
        items[at]?.click();
        break;
      case 'Escape':
        close({ focusButton: true });
        break;
      case 'Tab':
        // The focus goes on from the button, as if the menu had never been there.
        close({ focusButton: true });
        return;
      default:
        if (event.key.length !== 1) return;
        focusAt(
          typeAhead(
            event.key,
            items.map((item) => item.textContent),
            at,
          ),
        );
    }
    event.preventDefault();
  });

  menu.addEventListener('click', ({ target }) => {
    const item = target instanceof Element ? target.closest<HTMLElement>('[role="menuitem"]') : null;
    if (item) choose(item);
  });
  // As in native menus the pointer moves the highlight, and there is only one.
  menu.addEventListener('pointermove', ({ target }) => {
    pointing = true;
    const item = target instanceof Element ? target.closest<HTMLElement>('[role="menuitem"]') : null;
    if (item && item !== document.activeElement) item.focus({ preventScroll: true });
  });
  menu.addEventListener('pointerleave', () => {
    // A menu that shrinks under a resting pointer takes nothing away from who uses the keyboard.
    if (!menu.hidden && pointing) menu.focus({ preventScroll: true });
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) close();
  });

  function update(items: readonly MenuItem[], label: string): void {
    menu.setAttribute('aria-label', label);
    const keyed = items.map((item, index) => ({ item, key: keyOf(item, items[index - 1]) }));
    const at = focusedIndex();

    // First take away, then put between: what stays is never moved, so it does not lose the focus.
    const keep = new Set(keyed.map(({ key }) => key));
    for (const [key, row] of rows) {
      if (keep.has(key)) continue;
      row.element.remove();
      rows.delete(key);
    }
    for (const [index, { item, key }] of keyed.entries()) {
      const row = rows.get(key) ?? createRow(item.type);
      rows.set(key, row);
      updateRow(row, item);
      const there = menu.children[index] ?? null;
      if (there !== row.element) menu.insertBefore(row.element, there);
    }
    if (at >= 0 && focusedIndex() < 0) focusAt(Math.min(at, focusable().length - 1));
  }

  return { element: menu, update, close };
}

/** What an item is known by from one drawing to the next; a separator by what it follows. */
function keyOf(item: MenuItem, before: MenuItem | undefined): string {
  if (item.type !== 'separator') return item.id;
  return before && before.type !== 'separator' ? `after ${before.id}` : 'first';
}

function createRow(type: MenuItem['type']): Row {
  const label = element('span', { class: 'desk-item-label' });
  const hint = element('span', { class: 'desk-item-hint' });
  const row =
    type === 'separator'
      ? element('div', { class: 'desk-separator', attributes: { role: 'separator' } })
      : element('div', {
          class: `desk-item desk-item-${type}`,
          attributes: { role: 'menuitem', tabindex: '-1' },
          // The space keeps label and hint apart in the accessible name.
          children: [label, document.createTextNode(' '), hint],
        });
  return { element: row, label, hint, command: null };
}

function updateRow(row: Row, item: MenuItem): void {
  if (item.type === 'separator') return;
  setText(row.label, item.label);
  const enabled = item.type === 'command' && item.enabled;
  row.command = enabled ? item.command : null;
  if (enabled) row.element.removeAttribute('aria-disabled');
  else row.element.setAttribute('aria-disabled', 'true');
  if (item.type === 'label') return;
  setText(row.hint, item.hint ?? '');
  if (item.checked) row.element.setAttribute('aria-current', 'true');
  else row.element.removeAttribute('aria-current');
}
