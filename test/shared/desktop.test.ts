import { describe, expect, it } from 'vitest';
import { dueHints } from '../../shared/desktop.ts';
import { trayIconShape } from '../../shared/tray-icon.ts';
import { aDesktop, aState, aStatus } from '../support/states.ts';

const facts = { kind: 'electron', told: [], needsRunning: false } as const;

describe('What a person is told once', () => {
  it('is where the icon is, until they know', () => {
    expect(dueHints(aDesktop(), facts)).toEqual(['icon']);
    expect(dueHints(aDesktop(), { ...facts, told: ['icon'] })).toEqual([]);
  });

  it('is nothing of an icon where there is none: that is said all the time', () => {
    expect(dueHints(aDesktop({ trayMissing: true }), facts)).toEqual([]);
  });

  it('is that the app can start at login, as soon as something needs it to run', () => {
    const told = ['icon'] as const;
    expect(dueHints(aDesktop(), { ...facts, told, needsRunning: true })).toEqual(['login']);
    for (const login of [{ kind: 'on' }, { kind: 'blocked' }, { kind: 'unavailable', why: 'flatpak' }] as const) {
      expect(dueHints(aDesktop({ login }), { ...facts, told, needsRunning: true })).toEqual([]);
    }
    expect(dueHints(aDesktop(), { ...facts, told: ['icon', 'login'], needsRunning: true })).toEqual([]);
  });

  it('is that notifications fail', () => {
    const told = ['icon'] as const;
    expect(dueHints(aDesktop({ notifications: 'failed' }), { ...facts, told })).toEqual(['notifications']);
    expect(dueHints(aDesktop({ notifications: 'shown' }), { ...facts, told })).toEqual([]);
  });

  it('is nothing in the preview, which has a page for all that', () => {
    const all = aDesktop({ notifications: 'failed' });
    expect(dueHints(all, { kind: 'preview', told: [], needsRunning: true })).toEqual([]);
  });
});

describe('A status that ends soon, where notifications fail,', () => {
  const state = (notifications: 'failed' | 'shown', endsSoon: boolean) =>
    aState({ status: { current: aStatus() }, endsSoon, host: { desktop: aDesktop({ notifications }) } });

  it('is shown by the icon instead', () => {
    expect(trayIconShape(state('failed', true))).toBe('attention');
    expect(trayIconShape(state('failed', false))).toBe('away');
    expect(trayIconShape(state('shown', true))).toBe('away');
  });
});
