import { describe, expect, test } from 'vitest';
import { endOfTie, statusToTie, tieAt, type StatusKnowledge } from '../../../../electron/services/avatar/tie.ts';
import type { Change } from '../../../../shared/state.ts';
import type { Status } from '../../../../shared/status.ts';
import { aChange, aStatus, aStatusView, NOW } from '../../../support/states.ts';

const HOUR = 3_600_000;
const vacation = aStatus({ emoji: '🏖️', title: 'On vacation', expiresAt: NOW + HOUR });
const lunch = aStatus({ emoji: '🍽️', title: 'Lunch', expiresAt: NOW + HOUR / 2 });
const TIE = { kind: 'status', emoji: '🏖️', title: 'On vacation', endsAt: NOW + HOUR } as const;

interface Facts extends Partial<Omit<StatusKnowledge, 'view'>> {
  readonly current?: Status | null;
  readonly checkedAt?: number | null;
  readonly known?: boolean;
  readonly checking?: boolean;
}

const facts = (given: Facts = {}): StatusKnowledge => {
  const { current = vacation, checkedAt = NOW, known = true, checking = false, ...rest } = given;
  return {
    view: aStatusView({ current, checkedAt, known, checking }),
    change: null,
    back: [],
    queued: false,
    readable: true,
    ...rest,
  };
};

const changing = (phase: Change['phase'], status: Status | null = null): Change => aChange({ phase, status });

describe('a tie', () => {
  test.each<[string, Facts, number, ReturnType<typeof tieAt>]>([
    ['while the status is there', {}, NOW, 'holds'],
    ['with another end', { current: { ...vacation, expiresAt: NOW + 9 * HOUR } }, NOW + 2 * HOUR, 'holds'],
    ['with no end', { current: { ...vacation, expiresAt: null } }, NOW + 99 * HOUR, 'holds'],
    ['with another message', { current: { ...vacation, awayMessage: 'x', isAway: true } }, NOW, 'holds'],
    ['with no status', { current: null }, NOW, 'over'],
    ['with another status', { current: lunch }, NOW, 'over'],
    ['with another emoji', { current: { ...vacation, emoji: '🌴' } }, NOW, 'over'],
    ['after its end, which nobody has asked about', {}, NOW + HOUR, 'unknown'],
    ['after its end, as the server says', { checkedAt: NOW + HOUR }, NOW + HOUR, 'over'],
    ['after its end, where nobody may ask', { readable: false }, NOW + HOUR, 'over'],
    ['while the server is asked', { current: null, checking: true }, NOW, 'unknown'],
    ['before anybody knows', { known: false, current: null }, NOW + 2 * HOUR, 'unknown'],
    ['before its end, where nobody may know', { known: false, current: null, readable: false }, NOW, 'unknown'],
    ['after its end, where nobody may know', { known: false, current: null, readable: false }, NOW + HOUR, 'over'],
    ['while it waits under another status', { current: lunch, back: [vacation] }, NOW, 'holds'],
    ['while it waits further down', { current: lunch, back: [lunch, vacation] }, NOW, 'holds'],
    ['when it has ended under another status', { current: lunch, back: [vacation] }, NOW + HOUR, 'over'],
    ['while a change is on its way', { current: null, change: changing('pending') }, NOW, 'unknown'],
    ['while a change waits for the server', { current: null, change: changing('waiting') }, NOW, 'unknown'],
    ['while a change waits for the network', { current: null, change: changing('queued') }, NOW, 'unknown'],
    ['while a kept change is not shown yet', { current: null, queued: true }, NOW, 'unknown'],
    ['after a change', { current: null, change: changing('done') }, NOW, 'over'],
    ['after a change that failed', { change: changing('failed') }, NOW, 'holds'],
  ])('%s', (_, given, now, expected) => {
    expect(tieAt(TIE, facts(given), now)).toBe(expected);
  });

  test('ends with its status, wherever that waits, and where it is not known as it was', () => {
    expect(endOfTie(TIE, facts({ current: { ...vacation, expiresAt: null } }))).toBeNull();
    expect(endOfTie(TIE, facts({ current: lunch, back: [{ ...vacation, expiresAt: NOW + 7 }] }))).toBe(NOW + 7);
    expect(endOfTie(TIE, facts({ known: false, current: null }))).toBe(NOW + HOUR);
  });
});

test.each<[string, Facts, Status | null]>([
  ['the present status', {}, vacation],
  ['none', { current: null }, null],
  ['none where it has ended', { current: { ...vacation, expiresAt: NOW } }, null],
  ['the one on its way', { current: null, change: changing('pending', lunch) }, lunch],
  ['the one that waits for the network', { change: changing('queued', lunch) }, lunch],
  ['none where it is being cleared', { change: changing('pending', null) }, null],
  ['the present one after a failed change', { change: changing('failed', lunch) }, vacation],
])('a picture would go with %s', (_, given, expected) => {
  expect(statusToTie(facts(given), NOW)).toEqual(expected);
});
