import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemTimeZone } from '../../../electron/services/time-zone.ts';
import { isKnownZone } from '../../../shared/time-zone.ts';
import { createTestApp } from '../../support/app.ts';
import { createFakeHost } from '../../support/host.ts';

afterEach(() => vi.unstubAllEnvs());

describe('a computer whose zone nobody knows', () => {
  it.each(['', 'Etc/Unknown', 'Moon/Tranquillity'])('works on in another one and says so: “%s”', async (zone) => {
    const host = createFakeHost({ zone });
    const { app } = createTestApp({ host });
    await app.start();
    const { timeZone, zones, notices } = app.state();
    expect(isKnownZone(timeZone)).toBe(true);
    expect(zones.computer).toBe(timeZone);
    expect(notices).toMatchObject([{ kind: 'zone-unknown', zone: timeZone }]);

    // Said once for as long as it is so, and no longer.
    const [notice] = notices;
    if (notice) await app.dispatch('notice.dismiss', { id: notice.id });
    app.resumed();
    expect(app.state().notices).toEqual([]);
    host.zone = 'Europe/Moscow';
    app.resumed();
    expect(app.state().timeZone).toBe('Europe/Moscow');
    host.zone = zone;
    app.resumed();
    expect(app.state().notices).toMatchObject([{ kind: 'zone-unknown' }]);
  });

  it('says nothing where the zone is known', async () => {
    const { app } = createTestApp();
    await app.start();
    expect(app.state().notices).toEqual([]);
  });

  it.each(['', 'Etc/Unknown', ':nowhere', 'Moon/Tranquillity'])('never throws for TZ=%s', async (zone) => {
    vi.stubEnv('TZ', zone);
    const { app } = createTestApp({ host: { ...createFakeHost(), timeZone: systemTimeZone } });
    await app.start();
    expect(isKnownZone(app.state().timeZone)).toBe(true);
  });
});
