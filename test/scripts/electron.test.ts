import { describe, expect, test } from 'vitest';
import { electronObstacle, failedStart } from '../../scripts/electron.mjs';

describe('what rules Electron out', () => {
  const desktop = { platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000 } as const;

  test('nothing, on a desktop', () => {
    expect(electronObstacle(desktop)).toBeUndefined();
    expect(electronObstacle({ ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeUndefined();
    expect(electronObstacle({ platform: 'darwin', env: {}, uid: 501 })).toBeUndefined();
    expect(electronObstacle({ platform: 'win32', env: {}, uid: undefined })).toBeUndefined();
  });

  test('no display, on Linux', () => {
    expect(electronObstacle({ ...desktop, env: {} })).toBe('there is no display');
    expect(electronObstacle({ ...desktop, env: { DISPLAY: '' } })).toBe('there is no display');
  });

  test('root, on Linux: the sandbox is never switched off instead', () => {
    expect(electronObstacle({ ...desktop, uid: 0 })).toContain('sandbox does not work for root');
  });
});

describe('whether Electron started', () => {
  const ending = { code: 1, signal: null, after: 300, asked: false, stderr: '' };

  test('it did when it ended well, later, or because it was asked to', () => {
    expect(failedStart({ ...ending, code: 0 })).toBeUndefined();
    expect(failedStart({ ...ending, after: 60_000 })).toBeUndefined();
    expect(failedStart({ ...ending, code: null, signal: 'SIGINT', asked: true })).toBeUndefined();
  });

  test('it did not when it ended at once with a failure', () => {
    expect(failedStart(ending)).toBe('Electron ended at once (status 1)');
    expect(failedStart({ ...ending, code: null, signal: 'SIGTRAP' })).toBe('Electron ended at once (SIGTRAP)');
  });

  test('the missing library is named', () => {
    const stderr = 'electron: error while loading shared libraries: libnss3.so: cannot open shared object file';
    expect(failedStart({ ...ending, code: 127, stderr })).toBe(
      'Electron needs the library libnss3.so, which is not installed',
    );
  });

  test('a sandbox that cannot be set up is named', () => {
    const stderr = 'FATAL: The SUID sandbox helper binary was found, but is not configured correctly.';
    expect(failedStart({ ...ending, code: null, signal: 'SIGTRAP', stderr })).toContain("Chromium's sandbox");
  });
});
