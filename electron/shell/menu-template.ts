import type { MenuItemConstructorOptions } from 'electron';
import type { CommandCall } from '../../shared/contract.ts';
import type { MenuItem } from '../../shared/tray-menu.ts';

/** The tray menu as a template of native items, which send their command through `send`. */
export function menuTemplate(
  items: readonly MenuItem[],
  send: (call: CommandCall) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) => {
    switch (item.type) {
      case 'separator':
        return { type: 'separator' };
      case 'label':
        return { id: item.id, label: escapeLabel(item.label), enabled: false };
      case 'submenu':
        return {
          id: item.id,
          label: escapeLabel(item.label),
          enabled: item.enabled,
          submenu: menuTemplate(item.items, send),
        };
      case 'command':
        return {
          id: item.id,
          // Native sublabels exist on macOS alone, so the hint is part of the label everywhere.
          label: escapeLabel(item.hint === null ? item.label : `${item.label} · ${item.hint}`),
          enabled: item.enabled,
          ...(item.checked && { type: 'checkbox', checked: true }),
          click: () => send(item.command),
        };
    }
  });
}

/** A single `&` marks the next letter as a shortcut and disappears; people's titles may have one. */
const escapeLabel = (label: string): string => label.replaceAll('&', '&&');
