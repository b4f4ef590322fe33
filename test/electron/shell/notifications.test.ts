import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { notify } from '../../../electron/shell/notifications.ts';

const system = vi.hoisted(() => ({ supported: true, shown: [] as EventEmitter[], options: [] as unknown[] }));

vi.mock('electron', () => ({
  Notification: class extends EventEmitter {
    constructor(options: NotificationConstructorOptions) {
      super();
      system.options.push(options);
    }
    static isSupported = () => system.supported;
    show(): void {
      system.shown.push(this);
    }
  },
}));

const message = {
  title: 'Ends in 5 min',
  body: 'In a meeting',
  actions: [
    { label: 'Extend 30 min', command: { name: 'status.extend', input: { by: { kind: 'duration', minutes: 30 } } } },
    { label: 'Let it end', command: { name: 'status.letEnd', input: {} } },
  ],
} as const;

beforeEach(() => {
  system.supported = true;
  system.shown.length = 0;
  system.options.length = 0;
});

const parts = () => ({ open: vi.fn(), send: vi.fn() });

test('A message has its buttons, and each sends its command', () => {
  const { open, send } = parts();
  notify(message, { open, send });
  expect(system.options).toEqual([
    {
      title: 'Ends in 5 min',
      body: 'In a meeting',
      actions: [
        { type: 'button', text: 'Extend 30 min' },
        { type: 'button', text: 'Let it end' },
      ],
    },
  ]);
  system.shown[0]?.emit('action', { actionIndex: 1 });
  expect(send.mock.calls).toEqual([[{ name: 'status.letEnd', input: {} }]]);
  expect(open).not.toHaveBeenCalled();
});

test('A click beside the buttons opens the popover, where the same can be done', () => {
  const { open, send } = parts();
  notify(message, { open, send });
  system.shown[0]?.emit('click');
  expect(open).toHaveBeenCalledOnce();
  expect(send).not.toHaveBeenCalled();
});

test('A message without actions has no buttons, and a button nobody offered does nothing', () => {
  const { open, send } = parts();
  notify({ title: 'Title', body: 'Body' }, { open, send });
  expect(system.options).toEqual([{ title: 'Title', body: 'Body' }]);
  system.shown[0]?.emit('action', { actionIndex: 0 });
  expect(send).not.toHaveBeenCalled();
});

test('Where the system has no messages, nothing is shown', () => {
  system.supported = false;
  notify(message, parts());
  expect(system.shown).toEqual([]);
});
