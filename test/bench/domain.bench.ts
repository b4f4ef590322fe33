/** What happens at every snapshot and every click, in figures. Run with `npm run bench`. */
import { bench, describe } from 'vitest';
import { parseExpiryPhrase } from '../../shared/expiry-phrase.ts';
import { resolveExpiry } from '../../shared/expiry.ts';
import { formatUntil } from '../../shared/format.ts';
import { defaultContext } from '../../shared/locale-week.ts';
import { trayMenu } from '../../shared/tray-menu.ts';
import { aState } from '../support/states.ts';

const now = Date.parse('2026-11-21T10:00:00.000Z');
const context = defaultContext('Europe/Moscow', 'ru-RU');
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

describe('an end in one’s own words', () => {
  bench('a length', () => {
    parseExpiryPhrase('1 ч 30 мин', now, context);
  });
  bench('a day and a time', () => {
    parseExpiryPhrase('until Mon 30 Nov, 9:00', now, context);
  });
  bench('what is not understood', () => {
    parseExpiryPhrase('до следующего обеда в пятницу, если получится', now, context);
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
