import { EventEmitter } from 'node:events';
import type { ActivationArguments, NotificationConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createNotifier } from '../../../electron/shell/notifications.ts';
import type { ShownToast, ToastMemory } from '../../../electron/shell/toast-memory.ts';

const system = vi.hoisted(() => ({
  supported: true,
  shown: [] as EventEmitter[],
  options: [] as unknown[],
  activated: null as ((details: ActivationArguments) => void) | null,
}));

vi.mock('electron', () => ({
  Notification: class extends EventEmitter {
    constructor(options: NotificationConstructorOptions) {
      super();
      system.options.push(options);
    }
    static isSupported = () => system.supported;
    static handleActivation = (callback: (details: ActivationArguments) => void) => void (system.activated = callback);
    show(): void {
      system.shown.push(this);
    }
  },
}));

const extend = { name: 'status.extend', input: { by: { kind: 'duration', minutes: 30 } } } as const;
const letEnd = { name: 'status.letEnd', input: {} } as const;
const NOW = 1_000_000;
const message = {
  title: 'Ends in 5 min',
  body: 'In a meeting',
  actions: [
    { label: 'Extend 30 min', command: extend },
    { label: 'Let it end', command: letEnd },
  ],
  until: NOW + 300_000,
} as const;

beforeEach(() => {
  Object.assign(system, { supported: true, activated: null });
  system.shown.length = 0;
  system.options.length = 0;
});

function notifier(platform: NodeJS.Platform, remembered: ShownToast[] = []) {
  const clock = { now: NOW };
  const memory: ToastMemory = {
    remember: (toast) => void remembered.push(toast),
    find: (activation) => remembered.find(({ id }) => activation.includes(id)) ?? null,
  };
  const parts = { open: vi.fn(), send: vi.fn(), outcome: vi.fn() };
  let ids = 0;
  const newId = () => `toast-${(ids += 1)}`;
  const notify = createNotifier({ platform, now: () => clock.now, newId, memory, ...parts });
  return { notify, clock, remembered, ...parts };
}

describe('A message', () => {
  test('has its buttons, and each sends its command', () => {
    const { notify, open, send } = notifier('darwin');
    notify(message);
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
    expect(send.mock.calls).toEqual([['status.letEnd', {}]]);
    expect(open).not.toHaveBeenCalled();
  });

  test('opens the popover by a click beside the buttons, where the same can be done', () => {
    const { notify, open, send } = notifier('darwin');
    notify(message);
    system.shown[0]?.emit('click');
    expect(open).toHaveBeenCalledOnce();
    expect(send).not.toHaveBeenCalled();
  });

  test('opens it too by a button whose time is over: it would change another status', () => {
    const { notify, open, send, clock } = notifier('win32');
    notify(message);
    clock.now = message.until;
    system.shown[0]?.emit('action', { actionIndex: 0 });
    expect(open).toHaveBeenCalledOnce();
    expect(send).not.toHaveBeenCalled();
  });

  test('without actions has no buttons, and a button nobody offered sends nothing', () => {
    const { notify, send } = notifier('darwin');
    notify({ title: 'Title', body: 'Body' });
    expect(system.options).toEqual([{ title: 'Title', body: 'Body' }]);
    system.shown[0]?.emit('action', { actionIndex: 0 });
    expect(send).not.toHaveBeenCalled();
  });

  test('is plain text on Linux, whose desktops read the body as markup', () => {
    const { notify } = notifier('linux');
    notify({ title: 'R&D', body: '<b>1 < 2</b> & "so"' });
    expect(system.options).toEqual([{ title: 'R&D', body: '&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; "so"' }]);
  });

  test.each(['darwin', 'win32'] as const)('is as it was written elsewhere (%s)', (platform) => {
    const { notify } = notifier(platform);
    notify({ title: 'R&D', body: '1 < 2 & so' });
    expect(system.options).toMatchObject([{ body: '1 < 2 & so' }]);
  });
});

describe('Whether the system shows messages', () => {
  test('is told of each: it was shown, or why it was not', () => {
    const { notify, outcome } = notifier('darwin');
    notify(message);
    system.shown[0]?.emit('show', {});
    system.shown[0]?.emit('failed', {}, 'not signed');
    expect(outcome.mock.calls).toEqual([
      ['shown', null],
      ['failed', 'not signed'],
    ]);
  });

  test('is told where it has none', () => {
    system.supported = false;
    const { notify, outcome } = notifier('linux');
    notify(message);
    expect(system.shown).toEqual([]);
    expect(outcome.mock.calls).toEqual([['failed', null]]);
  });
});

describe('In the Action Center of Windows a message', () => {
  test('keeps its click and its buttons when its time on the screen is over', () => {
    const { notify, open, send } = notifier('win32');
    notify(message);
    notify(message);
    for (const shown of system.shown) shown.emit('close', { reason: 'timedOut' });
    system.shown[0]?.emit('action', { actionIndex: 0 });
    system.shown[1]?.emit('click');
    expect(send.mock.calls).toEqual([['status.extend', extend.input]]);
    expect(open).toHaveBeenCalledOnce();
  });

  test('does what its button says once, though the app is told of the press twice', () => {
    const { notify, send } = notifier('win32');
    notify(message);
    system.activated?.({ type: 'action', actionIndex: 0, arguments: 'type=action&action=0&tag=toast-1' });
    system.shown[0]?.emit('action', { actionIndex: 0 });
    expect(send).toHaveBeenCalledOnce();
  });

  test('of an earlier run keeps its buttons and its click', () => {
    const earlier = { id: 'old', until: message.until, actions: [extend, letEnd] };
    const { open, send } = notifier('win32', [earlier]);
    system.activated?.({ type: 'action', actionIndex: 1, arguments: 'type=action&action=1&tag=old' });
    expect(send.mock.calls).toEqual([['status.letEnd', {}]]);
    system.activated?.({ type: 'click', arguments: 'type=click&tag=old' });
    expect(open).toHaveBeenCalledOnce();
  });

  test.each([
    ['an unknown one', { type: 'action', actionIndex: 0, arguments: 'type=action&action=0&tag=gone' }],
    ['a button that never was', { type: 'action', actionIndex: 7, arguments: 'tag=old' }],
    ['something else', { type: 'reply', reply: 'hello', arguments: 'tag=old' }],
  ])('opens the popover and sends nothing: %s', (_what, activation) => {
    const { open, send } = notifier('win32', [{ id: 'old', until: null, actions: [extend] }]);
    system.activated?.(activation);
    expect(open).toHaveBeenCalledOnce();
    expect(send).not.toHaveBeenCalled();
  });

  test('is remembered with its buttons, and only there', () => {
    const windows = notifier('win32');
    windows.notify(message);
    expect(windows.remembered).toEqual([{ id: 'toast-1', until: message.until, actions: [extend, letEnd] }]);
    expect(system.options).toMatchObject([{ id: 'toast-1' }]);
    const mac = notifier('darwin');
    mac.notify(message);
    expect(mac.remembered).toEqual([]);
  });
});
