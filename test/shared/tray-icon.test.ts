import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/state.ts';
import { trayIconName, trayIconShape, trayIconShapes } from '../../shared/tray-icon.ts';
import { anyState } from '../support/arbitrary-state.ts';
import { aChange, aState, aStatus, aStatusView, MONDAY_MORNING, signedIn } from '../support/states.ts';

const offline = appError('offline', { reason: 'ENOTFOUND' });
const away = aStatusView({ current: aStatus() });
const there = aStatusView({ current: aStatus({ isAway: false }) });

describe('the shape of the tray icon', () => {
  it.each<[string, string, Partial<AppState>]>([
    ['idle', 'the app is starting', { session: { phase: 'starting' }, status: away }],
    ['idle', 'nobody is signed in', { session: { phase: 'signed-out' }, status: away }],
    ['idle', 'there is no status', {}],
    ['idle', 'the status has just ended', { status: away, now: MONDAY_MORNING }],
    ['idle', 'a status was cleared', { change: aChange({ status: null, phase: 'done' }) }],
    ['set', 'a status holds', { status: there }],
    ['away', 'a status holds that says "Away"', { status: away }],
    ['away', 'a change is done', { status: away, change: aChange({ phase: 'done' }) }],
    ['pending', 'a change is being sent', { change: aChange() }],
    ['pending', 'a change waits for another try', { status: away, change: aChange({ phase: 'waiting' }) }],
    ['pending', 'a change waits for the network', { status: away, change: aChange({ phase: 'queued' }) }],
    ['attention', 'a change failed', { status: away, change: aChange({ phase: 'failed', error: offline }) }],
    [
      'attention',
      'the keychain is locked',
      { session: { phase: 'locked', name: null, error: appError('keychain_locked', {}) } },
    ],
    [
      'attention',
      'the token no longer works, whatever else goes on',
      { session: signedIn({ problem: appError('token_revoked', { message: null }) }), change: aChange() },
    ],
  ])('is "%s" when %s', (shape, _, patch) => {
    expect(trayIconShape(aState(patch))).toBe(shape);
  });
});

describe('the name of the tray icon', () => {
  const on = (platform: AppState['host']['platform'], trayIcon: AppState['settings']['trayIcon'] = 'auto') => {
    const state = aState({ status: away });
    return { ...state, host: { ...state.host, platform }, settings: { ...state.settings, trayIcon } };
  };

  it('is of a template image on macOS, which colours it for any bar', () => {
    for (const dark of [true, false]) {
      expect(trayIconName(on('darwin'), dark)).toBe('tray-awayTemplate');
      expect(trayIconName(on('darwin', 'light'), dark)).toBe('tray-awayTemplate');
    }
  });

  it.each(['win32', 'linux'] as const)('is of the tone that suits the bar on %s', (platform) => {
    expect(trayIconName(on(platform), true)).toBe('tray-away-light');
    expect(trayIconName(on(platform), false)).toBe('tray-away-dark');
  });

  it.each(['win32', 'linux'] as const)('is of the tone the person chose on %s, whatever the bar', (platform) => {
    for (const dark of [true, false]) {
      expect(trayIconName(on(platform, 'light'), dark)).toBe('tray-away-light');
      expect(trayIconName(on(platform, 'dark'), dark)).toBe('tray-away-dark');
    }
  });

  it('has its files in every state: PNG at two scales on macOS, ICO on Windows, PNG on Linux', () => {
    const endings = { darwin: ['.png', '@2x.png'], win32: ['.ico'], linux: ['.png'] };
    const tray = resolve(import.meta.dirname, '../../electron/assets/tray');
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyState, fc.boolean(), (state, dark) => {
        const name = trayIconName(state, dark);
        seen.add(trayIconShape(state));
        for (const ending of endings[state.host.platform]) {
          expect(existsSync(resolve(tray, name + ending)), name + ending).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
    expect([...seen].sort()).toEqual([...trayIconShapes].sort());
  });
});
