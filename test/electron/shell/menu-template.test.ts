import { expect, test, vi } from 'vitest';
import { menuTemplate } from '../../../electron/shell/menu-template.ts';
import type { MenuItem } from '../../../shared/tray-menu.ts';

const item = (patch: Partial<Extract<MenuItem, { type: 'command' }>> = {}): MenuItem => ({
  type: 'command',
  id: 'preset:vacation',
  label: '🏖️ On vacation',
  hint: null,
  checked: false,
  enabled: true,
  command: { name: 'status.applyPreset', input: { presetId: 'vacation' } },
  ...patch,
});

const first = (model: MenuItem, send = vi.fn()) => menuTemplate([model], send)[0];

test('A command says after its name what it will do', () => {
  expect(first(item({ hint: 'until Mon, 9:00' }))?.label).toBe('🏖️ On vacation · until Mon, 9:00');
  expect(first(item())?.label).toBe('🏖️ On vacation');
});

test('A click sends the command of the item, and nothing before the click', () => {
  const send = vi.fn();
  const native = first(item(), send);
  expect(send).not.toHaveBeenCalled();
  (native?.click as () => void)();
  expect(send.mock.calls).toEqual([[{ name: 'status.applyPreset', input: { presetId: 'vacation' } }]]);
});

test('What holds now has a check mark, what cannot be done is grey', () => {
  expect(first(item({ checked: true }))).toMatchObject({ type: 'checkbox', checked: true });
  expect(first(item())).not.toHaveProperty('type');
  expect(first(item({ enabled: false }))).toMatchObject({ enabled: false });
});

test('A line to read cannot be clicked', () => {
  expect(first({ type: 'label', id: 'current', label: 'No status' })).toEqual({
    id: 'current',
    label: 'No status',
    enabled: false,
  });
});

test('An item that opens a menu has one, whose items send their commands', () => {
  const send = vi.fn();
  const model: MenuItem = { type: 'submenu', id: 'for', label: 'R&D ▸', enabled: true, items: [item({ hint: '1 h' })] };
  const native = first(model, send);
  expect(native).toMatchObject({ id: 'for', label: 'R&&D ▸', enabled: true });
  expect(native).not.toHaveProperty('click');
  const [inner] = native?.submenu as ReturnType<typeof menuTemplate>;
  expect(inner?.label).toBe('🏖️ On vacation · 1 h');
  (inner?.click as () => void)();
  expect(send.mock.calls).toEqual([[{ name: 'status.applyPreset', input: { presetId: 'vacation' } }]]);
  expect(first({ ...model, enabled: false })).toMatchObject({ enabled: false });
});

test('An ampersand in a title stays an ampersand instead of marking a shortcut', () => {
  expect(first(item({ label: 'R&D && tea' }))?.label).toBe('R&&D &&&& tea');
});
