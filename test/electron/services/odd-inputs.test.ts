import { describe, expect, it, test } from 'vitest';
import { parsePresets } from '../../../electron/services/presets-file.ts';
import { endOf } from '../../../renderer/view/editor-end.ts';
import { awayPreview, draftOfStatus, emptyDraft, planOf, problemsOf } from '../../../renderer/view/editor-draft.ts';
import { commandInputs } from '../../../shared/contract.ts';
import { errorText } from '../../../shared/i18n/index.ts';
import { locales } from '../../../shared/i18n/locale.ts';
import { expiryContext } from '../../../shared/plan.ts';
import type { Draft } from '../../../shared/schemas.ts';
import { signedInApp } from '../../support/signed-in-app.ts';
import { createTestApp } from '../../support/app.ts';
import { aState, aStatus, NOW } from '../../support/states.ts';

const state = aState();
/** What keeps the editor from sending this. */
function problems(patch: Partial<Draft>) {
  const draft = { ...emptyDraft, title: 'Dentist', ...patch };
  const end = endOf(draft, NOW, expiryContext(state));
  return problemsOf(draft, end, awayPreview(draft, null, NOW, state));
}
const preset = (patch: object) => ({
  id: 'a',
  emoji: '🦷',
  title: 'Dentist',
  isAway: false,
  awayTemplate: null,
  expiry: { kind: 'endOfDay' },
  ...patch,
});
const plan = (patch: object) => {
  return {
    emoji: '🦷',
    title: 'Dentist',
    isAway: false,
    awayTemplate: null,
    deputy: null,
    expiry: { kind: 'endOfDay' },
    ...patch,
  };
};
const file = (patch: object, version: unknown = 1) =>
  JSON.stringify({ pachcaStatusPresets: version, presets: [preset(patch)] }, null, 2);

describe('an emoji in another spelling is the same emoji everywhere', () => {
  it.each([
    ['❤', '❤️'],
    ['☝', '☝️'],
    ['🏖', '🏖️'],
    ['☎︎', '☎️'],
    ['🏳‍🌈', '🏳️‍🌈'],
    ['🏃‍♀', '🏃‍♀️'],
    ['🏋🏽‍♀', '🏋🏽‍♀️'],
    ['👁‍🗨', '👁️‍🗨️'],
    ['1⃣', '1️⃣'],
    [' 🦷 ', '🦷'],
    ['🦷', '🦷'],
  ])('%s is %s', async (written, emoji) => {
    const { app, workspace } = await signedInApp();
    // From the server, and back.
    workspace.elsewhere.setStatus({ emoji: written.trim(), title: 'Set elsewhere' });
    await app.dispatch('status.refresh', {});
    const current = app.state().status.current;
    expect(current?.emoji).toBe(emoji);
    const draft = draftOfStatus(aStatus({ emoji: written }), null, state);
    expect(problems({ emoji: draft.emoji })).toEqual([]);
    // Through the door, in a plan and in a preset.
    const set = await app.dispatch('status.set', { plan: planOf(draft, { kind: 'none' }), wayBack: null });
    expect(set.ok).toBe(true);
    expect(app.state().status.current?.emoji).toBe(emoji);
    expect((await app.dispatch('presets.save', { preset: preset({ emoji: written }) })).ok).toBe(true);
    expect(app.state().presets.at(-1)?.emoji).toBe(emoji);
    // From a file.
    const presets = parsePresets(file({ emoji: written }));
    expect(presets.ok && presets.value[0]?.emoji).toBe(emoji);
  });
});

describe('what cannot be sent is said at its field, by the door and of a file', () => {
  const zeroWidth = '\u200b\u200d\ufeff';
  it.each([
    ['two emoji', { emoji: '🦷🦷' }, 'emoji', 'the emoji'],
    ['no emoji', { emoji: '' }, 'emoji', 'the emoji'],
    ['a letter for an emoji', { emoji: 'x' }, 'emoji', 'the emoji'],
    ['no title', { title: '' }, 'title', 'the status text'],
    ['a title of spaces', { title: ' \u00a0 ' }, 'title', 'the status text'],
    ['a title that nobody sees', { title: zeroWidth }, 'title', 'the status text'],
    ['a title that is too long', { title: 'x'.repeat(51) }, 'titleLong', 'the status text'],
  ])('%s', async (_, patch, problem, words) => {
    expect(problems(patch)).toEqual([problem]);
    const { app } = await signedInApp();
    const answers = [
      await app.dispatch('status.set', { plan: plan(patch), wayBack: null }),
      await app.dispatch('presets.save', { preset: preset(patch) }),
      await app.dispatch('presets.import', { json: file(patch) }),
    ];
    for (const answer of answers) {
      expect(answer.ok).toBe(false);
      if (!answer.ok) expect(errorText('en', answer.error).advice).toContain(words);
    }
    expect(app.state().status.current).toBeNull();
  });
});

describe('a file of presets', () => {
  it.each([
    ['a token that makes no sense', '{\n  "pachcaStatusPresets": 1,\n  "presets": [\n    oops\n  ]\n}\n\n', 4],
    ['a comma too many', '{\n  "pachcaStatusPresets": 1,\n  "presets": [],\n}\n', 4],
    ['a comma too few', '{\n  "pachcaStatusPresets": 1\n  "presets": []\n}\n', 3],
    ['no end', '{\n  "pachcaStatusPresets": 1,\n', 3],
    ['a fault after a comment', '// mine\n/* two\nlines */{\n  "presets": oops }', 4],
  ])('with %s names its line', (_, json, line) => {
    expect(parsePresets(json)).toMatchObject({ error: { code: 'presets_file', params: { reason: 'json', line } } });
  });

  it.each([0, -1])('of version %i is no file there is', (version) => {
    expect(parsePresets(file({}, version))).toMatchObject({
      error: { code: 'presets_file', params: { reason: 'unknownVersion', line: 2 } },
    });
  });

  it.each([
    { kind: 'date', date: '2020-01-01', means: 'lastDayAway' },
    { kind: 'date', date: '2030-01-01', means: 'firstDayBack' },
    { kind: 'dateTime', date: '2020-01-01', hour: 9, minute: 0 },
  ])('cannot have a preset that ends on one date for ever: $kind $date', (expiry) => {
    const result = parsePresets(file({ expiry }));
    expect(result).toMatchObject({
      error: { code: 'presets_file', params: { reason: 'fixedDate', field: 'presets[0].expiry', line: 10 } },
    });
    if (!result.ok) expect(errorText('ru', result.error).advice).toContain('Пресет 1');
  });

  it('may begin with a comment', () => {
    expect(parsePresets(`// Presets of the team\n${file({})}`)).toMatchObject({ ok: true });
  });
});

/** Every name of a field that the commands take, at any depth of their schemas. */
function fieldsOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const inner = Object.values(schema).flatMap((each: unknown) => fieldsOf(each, seen));
  const { entries } = schema as { readonly entries?: Readonly<Record<string, unknown>> };
  return [...inner, ...Object.keys(entries ?? {})];
}

describe('no raw name of a field reaches a person', () => {
  const isCode = (name: string) => /[a-z][A-Z]|_|\[|\./.test(name);
  const inputs: readonly unknown[] = [null, 7, 'x', {}, { surprise: true }];
  /** The input with each of its fields broken in turn, for the plans and presets that have many. */
  const broken = Object.keys(plan({})).flatMap((name) => [
    { plan: plan({ [name]: { oops: 1 } }), wayBack: null },
    { preset: preset({ [name]: { oops: 1 } }) },
  ]);

  test.each(Object.entries(commandInputs))('by %s', async (name, schema) => {
    const { app } = createTestApp();
    const fields = fieldsOf(schema).filter(isCode);
    for (const input of [...inputs, ...broken]) {
      const answer = await app.dispatch(name, input);
      if (answer.ok) continue;
      for (const locale of locales) {
        const { title, advice } = errorText(locale, answer.error);
        const text = `${title} ${advice}`;
        for (const field of fields) expect(text).not.toContain(field);
        expect(text).not.toMatch(/[a-z]_[a-z]|[a-z][A-Z]|\w\.\w|\[\d/);
        expect(text).not.toMatch(/undefined|null/);
      }
    }
  });

  test.each(['status.expires_at', 'plan.title', 'presets[0].emoji', 'expiry.minutes', 'surprise', 'key', 'status'])(
    'nor of %s, whoever names it',
    (field) => {
      for (const locale of locales) {
        for (const error of [
          { code: 'bad_input', params: { field, reason: 'x' } },
          { code: 'refused', params: { status: 422, field, code: 'invalid', message: null } },
          { code: 'presets_file', params: { line: 1, field, reason: 'shape' } },
        ] as const) {
          const { title, advice } = errorText(locale, error);
          expect(`${title} ${advice}`).not.toContain(field.replace(/^status$|^key$/, '“'));
          expect(`${title} ${advice}`).not.toMatch(/[a-z]_[a-z]|\w\.\w|\[\d/);
        }
      }
    },
  );
});
