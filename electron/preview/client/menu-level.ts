import type { CommandCall } from '../../../shared/contract.ts';
import type { MenuItem } from '../../../shared/tray-menu.ts';
import { element, setText } from './dom.ts';
import { createTypeAhead } from './type-ahead.ts';

/** The drawn form of an item. */
export interface Row {
  /** The item's. */
  readonly id: string;
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  readonly hint: HTMLElement;
  /** What choosing it does; null = it cannot be chosen. */
  action: { readonly command: CommandCall } | { readonly items: readonly MenuItem[] } | null;
}

/** One menu: the tray's own, or one that an item of another opens. */
export interface Level {
  readonly element: HTMLElement;
  /** Draws the items anew, under the hands of whoever has the menu open: what stays is the same element. */
  update(items: readonly MenuItem[], label: string): void;
  has(row: Row): boolean;
  rowOf(item: Element): Row | undefined;
  /** The items that the focus can be on, from the top. */
  focusable(): HTMLElement[];
  /** The item that is meant by a letter, typed while the one at `present` has the focus (-1 = none). */
  typed(key: string, present: number): HTMLElement | undefined;
}

/** Makes a menu without items. */
export function createLevel(attributes: Readonly<Record<string, string>> = {}): Level {
  const menu = element('div', { class: 'desk-menu', attributes: { role: 'menu', tabindex: '-1', ...attributes } });
  const rows = new Map<string, Row>();
  const typeAhead = createTypeAhead();
  const focusable = (): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  return {
    element: menu,
    has: ({ id }) => rows.has(id),
    rowOf: (item) => [...rows.values()].find((row) => row.element === item),
    focusable,
    typed: (key, present) => {
      const items = focusable();
      const texts = items.map((item) => item.textContent);
      return items[typeAhead(key, texts, present)];
    },
    update: (items, label) => {
      menu.setAttribute('aria-label', label);
      const keyed = items.map((item, index) => ({ item, key: keyOf(item, items[index - 1]) }));
      // First take away, then put between: what stays is never moved, so it does not lose the focus.
      const keep = new Set(keyed.map(({ key }) => key));
      for (const [key, row] of rows) {
        if (keep.has(key)) continue;
        row.element.remove();
        rows.delete(key);
      }
      for (const [index, { item, key }] of keyed.entries()) {
        const row = rows.get(key) ?? createRow(key, item.type);
        rows.set(key, row);
        updateRow(row, item);
        const there = menu.children[index] ?? null;
        if (there !== row.element) menu.insertBefore(row.element, there);
      }
    },
  };
}

/** What an item is known by from one drawing to the next; a separator by what it follows. */
function keyOf(item: MenuItem, before: MenuItem | undefined): string {
  if (item.type !== 'separator') return item.id;
  return before && before.type !== 'separator' ? `after ${before.id}` : 'first';
}

function createRow(id: string, type: MenuItem['type']): Row {
  const label = element('span', { class: 'desk-item-label' });
  const hint = element('span', { class: 'desk-item-hint' });
  const row =
    type === 'separator'
      ? element('div', { class: 'desk-separator', attributes: { role: 'separator' } })
      : element('div', {
          class: `desk-item desk-item-${type}`,
          attributes: {
            role: 'menuitem',
            tabindex: '-1',
            ...(type === 'submenu' && { 'aria-haspopup': 'menu', 'aria-expanded': 'false' }),
          },
          // The space keeps label and hint apart in the accessible name.
          children: [label, document.createTextNode(' '), hint],
        });
  return { id, element: row, label, hint, action: null };
}

function updateRow(row: Row, item: MenuItem): void {
  if (item.type === 'separator') return;
  setText(row.label, item.label);
  row.action = actionOf(item);
  if (row.action) row.element.removeAttribute('aria-disabled');
  else row.element.setAttribute('aria-disabled', 'true');
  if (item.type !== 'command') return;
  setText(row.hint, item.hint ?? '');
  if (item.checked) row.element.setAttribute('aria-current', 'true');
  else row.element.removeAttribute('aria-current');
}

function actionOf(item: MenuItem): Row['action'] {
  if (item.type === 'command' && item.enabled) return { command: item.command };
  if (item.type === 'submenu' && item.enabled) return { items: item.items };
  return null;
}
