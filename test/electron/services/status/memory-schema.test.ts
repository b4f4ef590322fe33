import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { memorySchema } from '../../../../electron/services/status/memory-schema.ts';
import { EMPTY_MEMORY, type StatusMemory, type Wanted } from '../../../../electron/services/status/memory.ts';
import type { Status } from '../../../../shared/status.ts';

const lunch: Status = { emoji: '🍽️', title: 'Lunch', expiresAt: 1_795_000_000_000, isAway: false, awayMessage: null };

const waitingFor = (wayBack: Wanted['wayBack']): StatusMemory => ({
  ...EMPTY_MEMORY,
  queued: {
    wanted: { status: lunch, source: null, plan: null, presetId: null, origin: 'person', wayBack },
    basis: { status: lunch },
  },
});

/** As it comes back from the disk. */
const reread = (memory: StatusMemory): unknown => v.parse(memorySchema, JSON.parse(JSON.stringify(memory)));

describe('what is remembered of statuses', () => {
  test.each([true, false, null, { editOf: lunch }])('keeps what comes after a change that waits: %j', (wayBack) => {
    expect(reread(waitingFor(wayBack))).toEqual(waitingFor(wayBack));
  });

  test('may be about a status that this app would not send, because another client set it', () => {
    const foreign = { ...lunch, emoji: '🍽️🍽️', title: 'x'.repeat(60), awayMessage: 'x'.repeat(2000) };
    const memory = { ...waitingFor({ editOf: foreign }), own: { status: foreign, source: null } };
    expect(reread(memory)).toEqual(memory);
  });

  test('is refused where the edit names no whole status', () => {
    const { queued } = waitingFor(null);
    const wayBack = { editOf: { title: lunch.title } };
    const broken = { ...EMPTY_MEMORY, queued: { ...queued, wanted: { ...queued?.wanted, wayBack } } };
    expect(v.is(memorySchema, broken)).toBe(false);
  });
});
