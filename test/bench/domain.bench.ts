/** What happens at every snapshot and every click, in figures. Run with `npm run bench`. */
import { bench, describe } from 'vitest';
import { resolveExpiry, DEFAULT_WORK_START } from '../../shared/expiry.ts';
import { formatUntil } from '../../shared/format.ts';
import { trayMenu } from '../../shared/tray-menu.ts';
import { aState } from '../support/states.ts';

const now = Date.parse('2026-11-21T10:00:00.000Z');
const context = { timeZone: 'Europe/Moscow', workStart: DEFAULT_WORK_START };
const style = { locale: 'ru', dateLocale: 'ru-RU', timeZone: 'Europe/Moscow' } as const;
const state = aState();

describe('an end', () => {
  bench('arithmetic only (the floor)', () => {
    resolveExpiry({ kind: 'duration', minutes: 120 }, now, context);
  });
  bench('end of day, in a named zone', () => {
    resolveExpiry({ kind: 'endOfDay' }, now, context);
  });
  bench('next Monday morning, in a named zone', () => {
    resolveExpiry({ kind: 'nextWeekday', weekday: 1 }, now, context);
  });
});

describe('a snapshot on its way to the menu', () => {
  bench('one moment in words', () => {
    formatUntil(now + 9 * 24 * 3_600_000, now, style);
  });
  bench('the whole tray menu', () => {
    trayMenu(state);
  });
  bench('the snapshot as it crosses the bridge', () => {
    structuredClone(state);
  });
});
