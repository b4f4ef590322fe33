import { describe, expect, test } from 'vitest';
import { asksForNoSandbox, launchCommand, userTasks } from '../../../electron/shell/launch-arguments.ts';
import { aState } from '../../support/states.ts';

describe('What a start of the app asks for', () => {
  test('is a preset, by its id', () => {
    expect(launchCommand(['/opt/app', '--apply-preset=vacation', '--hidden'])).toEqual({
      name: 'status.applyPreset',
      input: { presetId: 'vacation' },
    });
    expect(launchCommand(['--apply-preset=0f4d6f9e-1d0b-4c0a-9f6e-7c3f0a1b2c3d'])).toMatchObject({
      input: { presetId: '0f4d6f9e-1d0b-4c0a-9f6e-7c3f0a1b2c3d' },
    });
  });

  test('is nothing in an ordinary start', () => {
    for (const argv of [[], ['/opt/app'], ['/opt/app', '--hidden', '--user-data-dir=/tmp/x'], ['--apply-preset']]) {
      expect(launchCommand(argv)).toBeNull();
    }
  });

  test.each([
    [['--apply-preset=']],
    [['--apply-preset=a b']],
    [['--apply-preset=../../etc']],
    [[`--apply-preset=${'a'.repeat(101)}`]],
    [['--apply-preset=vacation', '--apply-preset=sick']],
    [['pachca-status://x', '--apply-preset=vacation']],
    [['PACHCA-STATUS:x', '--apply-preset=vacation']],
  ])('is refused where it does not fit: %j', (argv) => {
    expect(launchCommand(argv)).toBe('refused');
  });
});

describe('The tasks of Windows’ taskbar', () => {
  const program = { path: 'C:\\App\\app.exe', args: [] };

  test('are the first presets that are not hidden, each a start that asks for it', () => {
    const state = aState();
    const [first, ...others] = state.presets;
    if (!first) throw new Error('There are presets to begin with');
    const tasks = userTasks({ ...state, presets: [{ ...first, hidden: true }, ...others] }, program);
    expect(tasks.map(({ title }) => title)).toEqual(others.slice(0, 4).map(({ emoji, title }) => `${emoji} ${title}`));
    for (const [index, task] of tasks.entries()) {
      expect(launchCommand([task.program, task.arguments])).toEqual({
        name: 'status.applyPreset',
        input: { presetId: others[index]?.id },
      });
    }
  });

  test('start the sources where those run', () => {
    const [task] = userTasks(aState(), { path: 'electron.exe', args: ['C:\\My app'] });
    expect(task?.arguments).toBe('"C:\\My app" --apply-preset=vacation');
  });

  test('are none while nobody is signed in', () => {
    expect(userTasks(aState({ session: { phase: 'signed-out' } }), program)).toEqual([]);
  });
});

test('A start without the sandbox is noticed, however it is asked for', () => {
  expect(asksForNoSandbox(['app', '--no-sandbox'], {})).toBe(true);
  expect(asksForNoSandbox(['app', '--No-Sandbox=1'], {})).toBe(true);
  expect(asksForNoSandbox(['app'], { ELECTRON_DISABLE_SANDBOX: '1' })).toBe(true);
  expect(asksForNoSandbox(['app', '--no-sandbox-please', '--hidden'], { ELECTRON_DISABLE_SANDBOX: '' })).toBe(false);
});
