import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInPresets } from '../../../shared/built-in-presets.ts';
import { timeLeftShare, trackSince } from '../../../renderer/view/time-bar.ts';
import { aChange, aMeeting, aState, aStatus, MONDAY, NOW } from '../../support/popover-states.ts';

const MINUTE = 60_000;
const meeting = builtInPresets('en').find(({ id }) => id === 'meeting') ?? null;

test('a status found on the server counts from when it was first seen', () => {
  const first = trackSince(null, aState({ status: { current: aStatus() } }));
  const later = trackSince(first, aState({ now: NOW + MINUTE, status: { current: aStatus() } }));
  expect(later).toEqual({ status: aStatus(), since: NOW });
});

test('a status set from here counts from when that was done', () => {
  const state = aState({
    now: NOW + 5_000,
    status: { current: aMeeting() },
    change: aChange({ phase: 'done', at: NOW }),
  });
  expect(trackSince(null, state)?.since).toBe(NOW);
});

test('another status starts a count of its own, and none ends it', () => {
  const first = trackSince(null, aState({ status: { current: aStatus() } }));
  const other = trackSince(first, aState({ now: NOW + MINUTE, status: { current: aMeeting() } }));
  expect(other?.since).toBe(NOW + MINUTE);
  expect(trackSince(other, aState())).toBeNull();
});

test('the bar shrinks from full to empty', () => {
  const shown = { status: aStatus(), since: NOW };
  expect(timeLeftShare(shown, null, NOW)).toBe(1);
  expect(timeLeftShare(shown, null, (NOW + MONDAY) / 2)).toBeCloseTo(0.5);
  expect(timeLeftShare(shown, null, MONDAY)).toBe(0);
});

test('a preset of a fixed length knows when its status began, even if it was first seen later', () => {
  const shown = { status: aMeeting(), since: NOW + 30 * MINUTE };
  expect(timeLeftShare(shown, meeting, NOW + 45 * MINUTE)).toBeCloseTo(0.25);
});

test('a status without an end has no bar', () => {
  expect(timeLeftShare({ status: aStatus({ expiresAt: null }), since: NOW }, meeting, NOW)).toBeNull();
});

test('whatever the clocks do, the share is between 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), fc.boolean(), (expiresAt, since, now, fromPreset) => {
      const share = timeLeftShare({ status: aStatus({ expiresAt }), since }, fromPreset ? meeting : null, now);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});
