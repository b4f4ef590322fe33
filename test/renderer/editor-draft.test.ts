import { describe, expect, it } from 'vitest';
import {
  awayPreview,
  draftOfPreset,
  draftOfStatus,
  emptyDraft,
  newDraft,
  planOf,
  problemsOf,
  sameDraft,
  statusToReturnTo,
  withDeputy,
} from '../../renderer/view/editor-draft.ts';
import { endOf } from '../../renderer/view/editor-end.ts';
import { expiryContext, planContext, statusOf } from '../../shared/plan.ts';
import type { Draft, StatusPlan } from '../../shared/schemas.ts';
import type { StatusSource } from '../../shared/status-source.ts';
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

  it('is adjusted at its source: the message follows another end, and the deputy stays', () => {
    const deputy = { userId: 3, nickname: 'ivanov', name: null };
    const { emoji, title } = aStatus();
    const plan: StatusPlan = {
      emoji,
      title,
      isAway: true,
      awayTemplate: 'Back on {until}, ask {deputy}.',
      deputy,
      expiry: { kind: 'duration', minutes: 60 },
    };
    const draft = draftOfStatus(aStatus(), { plan, presetId: 'vacation', locale: 'en' }, state);
    expect(draft).toMatchObject({ awayTemplate: plan.awayTemplate, deputy, presetId: 'vacation', editOf: aStatus() });
    const later = { kind: 'date', date: '2026-12-11', means: 'lastDayAway' } as const;
    expect(sent({ ...draft, expiry: later })).toMatchObject({
      value: { awayMessage: 'Back on Saturday, 12 December, ask @ivanov.' },
    });
  });

  it('keeps its rule where that still means the same moment, and its moment where it does not', () => {
    const { emoji, title } = aStatus();
    const source = (expiry: StatusPlan['expiry']): StatusSource => ({
      plan: { emoji, title, isAway: true, awayTemplate: null, deputy: null, expiry },
      presetId: null,
      locale: 'en',
    });
    const onMonday = { kind: 'date', date: '2026-11-30', means: 'firstDayBack' } as const;
    expect(draftOfStatus(aStatus(), source(onMonday), state).expiry).toEqual(onMonday);
    expect(draftOfStatus(aStatus(), source({ kind: 'duration', minutes: 60 }), state).expiry).toEqual({
      kind: 'dateTime',
      date: '2026-11-30',
      hour: 9,
      minute: 0,
    });
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

describe('a new status', () => {
  const plan = { emoji: '🦷', title: 'Dentist', isAway: false, awayTemplate: null, deputy: null };
  const recent = (expiry: StatusPlan['expiry']) => [{ ...plan, expiry, id: 'a' }];

  it('ends today, or as the last one of one’s own did; to stay is a choice', () => {
    expect(newDraft(state).expiry).toEqual({ kind: 'endOfDay' });
    const twoHours = { kind: 'duration', minutes: 120 } as const;
    expect(newDraft({ ...state, recents: recent(twoHours) }).expiry).toEqual(twoHours);
    expect(newDraft({ ...state, recents: recent({ kind: 'none' }) }).expiry).toEqual({ kind: 'endOfDay' });
    const past = { kind: 'time', hour: 0, minute: 1 } as const;
    expect(newDraft({ ...state, recents: recent(past) }).expiry).toEqual({ kind: 'endOfDay' });
  });
});

describe('who stands in', () => {
  const deputy = { userId: null, nickname: 'ivanov', name: null };

  it('is named in the message, and taken out of it again', () => {
    const named = withDeputy({ awayTemplate: 'Я в отпуске.' }, deputy, 'en');
    expect(named).toEqual({ awayTemplate: 'Я в отпуске. Вместо меня: {deputy}.', deputy });
    expect(withDeputy(named, null, 'en')).toEqual({ awayTemplate: 'Я в отпуске.', deputy: null });
  });

  it('is not named twice', () => {
    const awayTemplate = 'Ask {deputy}!';
    expect(withDeputy({ awayTemplate }, deputy, 'en')).toEqual({ awayTemplate, deputy });
  });
});
