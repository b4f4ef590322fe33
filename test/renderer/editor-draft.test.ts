import { describe, expect, it } from 'vitest';
import {
  awayPreview,
  draftOfPreset,
  draftOfStatus,
  emptyDraft,
  planOf,
  problemsOf,
  sameDraft,
  statusToReturnTo,
} from '../../renderer/view/editor-draft.ts';
import { endOf } from '../../renderer/view/editor-end.ts';
import { expiryContext, planContext, statusOf } from '../../shared/plan.ts';
import type { Draft } from '../../shared/schemas.ts';
import { aState, aStatus, NOW, signedIn } from '../support/states.ts';

const state = aState();
const context = expiryContext(state);
const aDraft = (patch: Partial<Draft> = {}): Draft => ({ ...emptyDraft, title: 'Dentist', ...patch });

/** The status that comes of a draft at {@link NOW}. */
function sent(draft: Draft) {
  const end = endOf(draft, NOW, context);
  if (end.kind !== 'end') throw new Error(`not an end: ${end.kind}`);
  return statusOf(planOf(draft, end.rule), NOW, planContext(state));
}

describe('a status that is edited', () => {
  it('is the same status where nothing is changed', () => {
    const status = aStatus();
    expect(sent(draftOfStatus(status, null, state))).toEqual({ ok: true, value: status });
  });

  it('keeps the last moment of a day to the millisecond', () => {
    const endOfDay = Date.parse('2026-11-21T20:59:59.999Z');
    const draft = draftOfStatus(aStatus({ expiresAt: endOfDay }), null, state);
    expect(sent(draft)).toMatchObject({ value: { expiresAt: endOfDay } });
  });

  it('keeps having no end and no message', () => {
    const status = aStatus({ expiresAt: null, awayMessage: null });
    expect(sent(draftOfStatus(status, null, state))).toEqual({ ok: true, value: status });
  });
});

describe('a preset that is edited', () => {
  it('keeps its rule and its template', () => {
    const [vacation] = state.presets;
    if (!vacation) throw new Error('there are presets to begin with');
    const draft = draftOfPreset(vacation);
    expect(vacation).toMatchObject(planOf(draft, draft.expiry));
  });
});

describe('what is sent', () => {
  it('has a title without spaces around it', () => {
    expect(planOf(aDraft({ title: ' Dentist ' }), { kind: 'none' }).title).toBe('Dentist');
  });

  it('has no message and no deputy without the Away mode, which nobody would see', () => {
    const draft = aDraft({ awayTemplate: 'Back {until}', deputy: { userId: 1, nickname: 'anna', name: null } });
    expect(planOf(draft, { kind: 'none' })).toMatchObject({ awayTemplate: null, deputy: null });
  });

  it('has no message where there are only spaces', () => {
    expect(planOf(aDraft({ isAway: true, awayTemplate: ' \n' }), { kind: 'none' }).awayTemplate).toBeNull();
  });
});

describe('what colleagues will read', () => {
  it('is to the letter what is sent', () => {
    const draft = aDraft({
      isAway: true,
      awayTemplate: 'I’m {name}, back {until}, away through {lastDay}. Write to {deputy}. {nothing}',
      deputy: { userId: 5, nickname: 'ivanov', name: 'Pavel Ivanov' },
      expiry: { kind: 'nextWeekday', weekday: 1 },
    });
    const end = endOf(draft, NOW, context);
    const preview = awayPreview(draft, end.kind === 'end' ? end.at : null, NOW, state);
    expect(sent(draft)).toMatchObject({ value: { awayMessage: preview.text } });
    expect(preview.text).toContain('@ivanov');
  });
});

describe('what keeps a draft from being sent', () => {
  const problems = (draft: Draft) => {
    const end = endOf(draft, NOW, context);
    return problemsOf(draft, end, awayPreview(draft, null, NOW, state));
  };

  it('is nothing where all is well', () => {
    expect(problems(aDraft())).toEqual([]);
  });

  it('is a blank title', () => {
    expect(problems(aDraft({ title: '  ' }))).toEqual(['title']);
  });

  it('is what is not one emoji', () => {
    expect(problems(aDraft({ emoji: 'x' }))).toEqual(['emoji']);
    expect(problems(aDraft({ emoji: '👍👍' }))).toEqual(['emoji']);
  });

  it('is a message over the limit, which nobody would see without the Away mode', () => {
    const awayTemplate = 'x'.repeat(1025);
    expect(problems(aDraft({ isAway: true, awayTemplate }))).toEqual(['message']);
    expect(problems(aDraft({ isAway: false, awayTemplate }))).toEqual([]);
  });

  it('is an end that has passed or is not understood', () => {
    expect(problems(aDraft({ expiry: { kind: 'time', hour: 8, minute: 0 } }))).toEqual(['end']);
    expect(problems(aDraft({ phrase: 'until whenever' }))).toEqual(['end']);
  });
});

describe('the way back', () => {
  const end = NOW + 3_600_000;

  it('is offered to a status that outlives the new one', () => {
    const current = aStatus();
    expect(statusToReturnTo(aState({ status: { current } }), end, NOW)).toEqual(current);
  });

  it('is offered to a status without an end', () => {
    const current = aStatus({ expiresAt: null });
    expect(statusToReturnTo(aState({ status: { current } }), end, NOW)).toEqual(current);
  });

  it('is not offered to one that ends first, from one without an end, or to none', () => {
    expect(statusToReturnTo(aState({ status: { current: aStatus({ expiresAt: end }) } }), end, NOW)).toBeNull();
    expect(statusToReturnTo(aState({ status: { current: aStatus() } }), null, NOW)).toBeNull();
    expect(statusToReturnTo(aState(), end, NOW)).toBeNull();
  });

  it('is not offered to one that has ended since the snapshot', () => {
    const current = aStatus({ expiresAt: NOW });
    expect(statusToReturnTo(aState({ status: { current } }), end, NOW)).toBeNull();
  });
});

describe('comparing drafts', () => {
  it('does not mind the order in which a rule came over the bridge', () => {
    const a = aDraft({ expiry: { kind: 'dateTime', date: '2026-12-10', hour: 9, minute: 0 } });
    const b = aDraft({ expiry: { minute: 0, hour: 9, date: '2026-12-10', kind: 'dateTime' } });
    expect(sameDraft(a, b)).toBe(true);
    expect(sameDraft(a, { ...b, title: 'Doctor' })).toBe(false);
  });
});

it('the person’s own name comes from the account', () => {
  const nameless = aState({ session: signedIn({ account: null }) });
  const draft = aDraft({ awayTemplate: '{name}' });
  expect(awayPreview(draft, null, NOW, state).text).toBe('Oleg Petrov');
  expect(awayPreview(draft, null, NOW, nameless).missing).toEqual(['name']);
});
