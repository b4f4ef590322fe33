import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSettings } from '../../../../electron/services/settings-schema.ts';
import { settle } from '../../../support/clock.ts';
import type { TestApp } from '../../../support/app.ts';
import { held, MINUTE, minutes, notices, numbered, restarted, signedInApp, upload, view } from './support.ts';

/** Pictures by number; null = none. */
type Picture = number | null;

interface Temporary {
  readonly before: Picture;
  readonly end: number;
}

/** What should hold, kept as simply as can be: numbers for pictures, and nothing of addresses, files or requests. */
interface Model {
  now: number;
  held: Picture;
  /** What was set from here last; undefined = nothing, or somebody was seen to change it. */
  own: Picture | undefined;
  temporary: Temporary | null;
  undo: { readonly before: Picture; readonly temporary: Temporary | null } | null;
  told: number;
}

type Step =
  | { readonly do: 'set' | 'temporary'; readonly picture: number; readonly minutes: number }
  | { readonly do: 'elsewhere'; readonly picture: Picture }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'remove' | 'undo' | 'keep' | 'check' | 'restart' };

const picture = fc.integer({ min: 1, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('set' as const, 'temporary' as const, 'temporary' as const),
    picture,
    minutes: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ do: fc.constant('elsewhere' as const), picture: fc.option(picture, { freq: 4 }) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ do: fc.constantFrom('remove' as const, 'undo' as const, 'keep' as const, 'check' as const) }),
  fc.constant({ do: 'restart' as const }),
);

const isOurs = (model: Model): boolean => model.own !== undefined && model.own === model.held;

/** Somebody was seen to have changed the picture. */
function forget(model: Model): void {
  if (model.temporary) model.told += 1;
  Object.assign(model, { own: undefined, temporary: null, undo: null });
}

function change(model: Model, next: Picture, end: number | null): void {
  const previous = isOurs(model) ? model.temporary : null;
  model.undo = { before: model.held, temporary: previous };
  model.temporary = end === null ? null : { before: previous ? previous.before : model.held, end };
  model.held = model.own = next;
}

/** What the app does by itself when the time of a temporary picture is over. */
function letGo(model: Model): void {
  const { temporary } = model;
  if (!temporary || temporary.end > model.now) return;
  if (isOurs(model) || model.held === temporary.before) {
    model.held = model.own = temporary.before;
    model.temporary = model.undo = null;
  } else {
    forget(model);
  }
}

function follow(model: Model, next: Step): void {
  switch (next.do) {
    case 'set':
      change(model, next.picture, null);
      break;
    case 'temporary':
      change(model, next.picture, model.now + next.minutes * MINUTE);
      break;
    case 'remove':
      if (model.held !== null) change(model, null, null);
      else if (!isOurs(model)) forget(model);
      break;
    case 'undo':
      if (!model.undo) break;
      if (isOurs(model)) {
        model.held = model.own = model.undo.before;
        model.temporary = model.undo.temporary;
        model.undo = null;
      } else {
        forget(model);
      }
      break;
    case 'keep':
      model.temporary = null;
      break;
    case 'elsewhere':
      model.held = next.picture;
      break;
    case 'wait':
      model.now += next.minutes * MINUTE;
      break;
    case 'check':
    case 'restart':
      if (!isOurs(model)) forget(model);
      break;
  }
  letGo(model);
}

async function act(test: TestApp, next: Step): Promise<TestApp> {
  const { app, workspace, clock } = test;
  switch (next.do) {
    case 'set':
      await upload(test, numbered(next.picture));
      break;
    case 'temporary':
      await upload(test, numbered(next.picture), { until: minutes(next.minutes) });
      break;
    case 'remove':
      await app.send('avatar.delete', { force: false });
      break;
    case 'undo':
      await app.send('avatar.undo', {});
      break;
    case 'keep':
      await app.send('avatar.keep', {});
      break;
    case 'elsewhere':
      workspace.elsewhere.setAvatar(next.picture === null ? null : numbered(next.picture));
      break;
    case 'wait':
      clock.sleep(next.minutes * MINUTE);
      app.resumed();
      break;
    case 'check':
      await app.send('token.check', {});
      break;
    case 'restart':
      return restarted(test);
  }
  await settle();
  return test;
}

test('whatever the person, somebody else and time do, in any order, pictures go and stay as told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(picture), fc.array(step, { minLength: 1, maxLength: 12 }), async (before, steps) => {
      let app = await signedInApp('full', { before: before === null ? null : numbered(before) });
      const model: Model = {
        now: app.clock.now(),
        held: before,
        own: undefined,
        temporary: null,
        undo: null,
        told: 0,
      };
      let toldBefore = 0;
      for (const next of steps) {
        if (next.do === 'restart') toldBefore += notices(app).length;
        app = await act(app, next);
        follow(model, next);
        expect(await held(app)).toEqual(model.held === null ? null : numbered(model.held));
        expect({
          until: view(app).temporary?.until ?? null,
          canUndo: view(app).canUndo,
          told: toldBefore + notices(app).length,
        }).toEqual({ until: model.temporary?.end ?? null, canUndo: model.undo !== null, told: model.told });
      }
      // What was remembered can be written and read again.
      const { data, state } = parseSettings(JSON.stringify(app.settings.data));
      expect([data, state.kind]).toEqual([app.settings.data, 'good']);
      app.app.stop();
    }),
    { numRuns: 40 },
  );
}, 120_000);
