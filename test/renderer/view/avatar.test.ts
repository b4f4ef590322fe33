import { describe, expect, it } from 'vitest';
import {
  avatarAccess,
  isChanging,
  keptOn,
  temporaryText,
  untilOf,
  zoomAt,
  zoomStep,
} from '../../../renderer/view/avatar.ts';
import { appError } from '../../../shared/errors.ts';
import { maxZoom, wholePicture } from '../../../shared/image/crop.ts';
import type { AvatarJob } from '../../../shared/state.ts';
import { anAccount, aState, aStatus, MONDAY, NOW, signedIn } from '../../support/popover-states.ts';

const aJob = (over: Partial<AvatarJob> = {}): AvatarJob => ({
  id: 1,
  kind: 'upload',
  phase: 'running',
  progress: 0,
  error: null,
  ...over,
});

describe('whether the picture can be changed', () => {
  it('is taken for granted until the token was checked', () => {
    const session = signedIn({ checked: false, scopes: [] });
    expect(avatarAccess(aState({ session }))).toEqual({ kind: 'yes' });
  });

  it('depends on the scope, and then on the role', () => {
    expect(avatarAccess(aState())).toEqual({ kind: 'yes' });
    expect(avatarAccess(aState({ session: signedIn({ scopes: ['profile:read'] }) }))).toMatchObject({
      kind: 'no',
      reason: expect.stringContaining('profile_avatar:write') as string,
    });
    const guest = signedIn({ account: anAccount({ role: 'guest' }) });
    expect(avatarAccess(aState({ session: guest }))).toMatchObject({ kind: 'no' });
  });

  it('is not said of an account that does not work at all, which says so itself', () => {
    const session = signedIn({ problem: appError('token_revoked', { message: null }) });
    expect(avatarAccess(aState({ session }))).toEqual({ kind: 'problem' });
  });

  it('is not settled by one refusal: trying again stays possible', () => {
    const job = aJob({ phase: 'failed', error: appError('forbidden', { message: null }) });
    expect(avatarAccess(aState({ avatar: { job } }))).toEqual({ kind: 'yes' });
  });
});

describe('a change', () => {
  it('is under way until it is done or has failed', () => {
    expect(
      (['keeping', 'running', 'waiting', 'done', 'failed'] as const).map((phase) => isChanging(aJob({ phase }))),
    ).toEqual([true, true, true, false, false]);
    expect(isChanging(null)).toBe(false);
  });
});

describe('a temporary picture', () => {
  const text = (over: Parameters<typeof aState>[0]) => temporaryText(aState(over), NOW);

  it('says until when', () => {
    expect(text({})).toBeNull();
    expect(text({ avatar: { temporary: { until: MONDAY, withStatus: false } } })).toBe(
      'Temporary, until Mon 30 Nov, 9:00. Then your earlier picture comes back.',
    );
    expect(text({ status: { current: aStatus() }, avatar: { temporary: { until: MONDAY, withStatus: true } } })).toBe(
      'While “On vacation” holds, until Mon 30 Nov, 9:00. Then your earlier picture comes back.',
    );
  });

  it('goes with a status without an end, and with one that is not known', () => {
    const temporary = { until: null, withStatus: true };
    expect(text({ status: { current: aStatus({ expiresAt: null }) }, avatar: { temporary } })).toBe(
      'While “On vacation” holds, until you clear it. Then your earlier picture comes back.',
    );
    expect(text({ avatar: { temporary } })).toBe(
      'As long as the status it was set with holds. Then your earlier picture comes back.',
    );
  });
});

describe('how long a new picture stays', () => {
  const rule = { kind: 'endOfDay' } as const;
  const end = { kind: 'end', rule, at: MONDAY } as const;

  it('is for good, as long as the status, or until a time', () => {
    expect(untilOf('good', end, aStatus())).toBeNull();
    expect(untilOf('status', end, aStatus())).toBe('status');
    expect(untilOf('time', end, null)).toEqual({ rule });
  });

  it('cannot be as long as a status that is gone, nor until a time that never comes', () => {
    expect(untilOf('status', end, null)).toBeNull();
    expect(untilOf('time', { kind: 'end', rule: { kind: 'none' }, at: null }, null)).toBeNull();
  });

  it('is not settled while the time makes no sense', () => {
    expect(untilOf('time', { kind: 'unclear', part: 'cows' }, null)).toBeUndefined();
    expect(untilOf('time', { kind: 'past', rule: null, options: [] }, null)).toBeUndefined();
  });
});

describe('an earlier picture', () => {
  it('is captioned with the time today, and with the day before that, in the zone that counts', () => {
    const state = aState();
    expect(keptOn(NOW - 3_600_000, NOW, state)).toBe('12:05');
    // 10:05 UTC less 11 hours is 23:05 UTC of the day before, and 2:05 today in Moscow.
    expect(keptOn(NOW - 11 * 3_600_000, NOW, state)).toBe('2:05');
    expect(keptOn(NOW - 24 * 3_600_000, NOW, state)).toBe('Thu 19 Nov');
  });
});

describe('the zoom slider', () => {
  const size = { width: 1024, height: 1024 };

  it('zooms by the same factor with each step, from the whole to the most', () => {
    expect(zoomAt(0, wholePicture, size)).toBe(1);
    expect(zoomAt(50, wholePicture, size)).toBeCloseTo(Math.sqrt(maxZoom(size, 0)));
    expect(zoomAt(100, wholePicture, size)).toBeCloseTo(maxZoom(size, 0));
  });

  it('stands where the view is', () => {
    for (const step of [0, 1, 33, 99, 100]) {
      expect(zoomStep({ ...wholePicture, zoom: zoomAt(step, wholePicture, size) }, size)).toBe(step);
    }
  });

  it('stands at the beginning for a picture that cannot be zoomed', () => {
    expect(zoomStep(wholePicture, { width: 16, height: 16 })).toBe(0);
  });
});
