import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { commandInputs, type CommandName, type CommandValue, type Handlers } from '../../shared/contract.ts';
import { done, ok } from '../../shared/result.ts';

const plan = {
  emoji: '🦷',
  title: 'Dentist',
  isAway: false,
  awayTemplate: null,
  deputy: null,
  expiry: { kind: 'time', hour: 15, minute: 30 },
} as const;

/** One proper input for each command; a command without one does not compile. */
const proper: Readonly<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  'session.checkToken': { token: 'a-token' },
  'session.signIn': { token: 'a-token', storage: 'keychain' },
  'session.checkEnvironmentToken': {},
  'session.signInFromEnvironment': { storage: 'session' },
  'session.tryDemo': {},
  'session.retry': {},
  'session.signOut': { force: false },
  'session.removeAll': { force: false },
  'accounts.switch': { key: '101' },
  'accounts.rename': { key: '101', label: 'Work' },
  'accounts.remove': { key: '101', force: false },
  'token.check': {},
  'profile.load': {},
  'people.search': { query: 'iva', cursor: null },
  'status.refresh': {},
  'status.set': { plan, wayBack: null },
  'status.applyPreset': { presetId: 'vacation' },
  'status.adjustPreset': { presetId: 'vacation' },
  'status.adjustingShown': { id: 1 },
  'status.applyPresetToAll': { presetId: 'vacation' },
  'status.applyRecent': { id: 'a' },
  'status.extend': { by: { kind: 'duration', minutes: 30 } },
  'status.clear': {},
  'status.undo': {},
  'status.goBack': {},
  'status.forgetWayBack': {},
  'status.retryChange': {},
  'status.dismissChange': {},
  'status.sendNow': {},
  'status.letEnd': {},
  'draft.save': { account: '7', draft: null },
  'presets.save': { preset: { ...plan, id: 'nap', asks: ['end', 'deputy'], hidden: false } },
  'presets.duplicate': { id: 'nap' },
  'presets.delete': { id: 'nap' },
  'presets.move': { id: 'nap', to: 0 },
  'presets.reset': {},
  'presets.export': {},
  'presets.import': { json: '{}' },
  'avatar.upload': { image: 'iVBORw0KGgo=', until: { rule: plan.expiry }, force: false },
  'avatar.cancel': {},
  'avatar.delete': { force: true },
  'avatar.undo': {},
  'avatar.restore': { id: 'a', force: false },
  'avatar.keep': {},
  'avatar.dismissJob': {},
  'settings.update': { language: 'ru', theme: 'dark', trayIcon: 'auto' },
  'notice.dismiss': { id: 1 },
  'diagnostics.collect': {},
  'clipboard.write': { text: 'x' },
  'file.save': { name: 'presets.json', text: '{}' },
  'link.open': { link: 'tokens' },
  'link.openProfileField': { propertyId: 1 },
  'popover.open': {},
  'popover.hide': {},
  'popover.hold': { held: true },
  'network.online': {},
  'login.set': { enabled: true },
  'hint.dismiss': { hint: 'icon' },
  'popover.blurred': {},
  'popover.openSettings': {},
  'app.quit': {},
  'updates.check': {},
  'updates.download': {},
  'updates.install': {},
};
const names = Object.keys(commandInputs) as CommandName[];

/** Fields in which any text may stand. */
const freeTexts = new Set(['token', 'presetId', 'key', 'account', 'label', 'query', 'id', 'json', 'text']);
/** Fields that may be null, with the type of what else they take. */
const optional = new Map([
  ['wayBack', 'boolean'],
  ['cursor', 'string'],
  ['draft', 'an object of its own'],
]);
const accepts = (name: CommandName, input: unknown) => v.safeParse(commandInputs[name], input).success;

describe.each(names)('the command %s', (name) => {
  const input = proper[name];

  it('takes its input and passes it on unchanged', () => {
    expect(v.parse(commandInputs[name], input)).toEqual(input);
  });

  it('refuses a key it does not know', () => {
    const own = Object.keys(input);
    const unknown = fc.string().filter((key) => !own.includes(key) && key !== '__proto__');
    fc.assert(
      fc.property(unknown, fc.anything(), (key, value) => {
        expect(accepts(name, { ...input, [key]: value })).toBe(false);
      }),
    );
  });

  it('refuses what is not an object', () => {
    const other = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined),
      fc.func(fc.nat()),
    );
    fc.assert(
      fc.property(other, (value) => {
        expect(accepts(name, value)).toBe(false);
      }),
    );
  });

  it('refuses each of its fields with a value of another type', () => {
    for (const [key, value] of Object.entries(input)) {
      const others = [null, 1, 'no such value \u0000', true, [], {}].filter((other) =>
        typeof other === typeof value
          ? typeof other === 'string' && !freeTexts.has(key)
          : !optional.has(key) || (other !== null && typeof other !== optional.get(key)),
      );
      for (const other of others)
        expect(accepts(name, { ...input, [key]: other }), `${key}: ${JSON.stringify(other)}`).toBe(false);
    }
  });
});

describe('an input', () => {
  it('must have every field it is made of, except for settings, of which any may be left alone', () => {
    for (const name of names) {
      for (const key of Object.keys(proper[name])) {
        const without = Object.fromEntries(Object.entries(proper[name]).filter(([each]) => each !== key));
        expect(accepts(name, without), `${name} without ${key}`).toBe(name === 'settings.update');
      }
    }
  });

  it('has limits, so that nobody can make the main side carry a novel', () => {
    expect(accepts('session.signIn', { token: 'x'.repeat(4096), storage: 'session' })).toBe(true);
    expect(accepts('session.signIn', { token: 'x'.repeat(4097), storage: 'session' })).toBe(false);
    expect(accepts('status.applyPreset', { presetId: 'x'.repeat(101) })).toBe(false);
    expect(accepts('notice.dismiss', { id: 1.5 })).toBe(false);
  });

  it('names the whole status that an edit takes the place of, within what another client may have set', () => {
    const held = { emoji: '🦷', title: 'x'.repeat(60), expiresAt: null, isAway: true, awayMessage: 'Later.' };
    const editing = (editOf: unknown) => accepts('status.set', { plan, wayBack: { editOf } });
    expect(editing(held)).toBe(true);
    expect(editing({ ...held, expiresAt: 1.5 })).toBe(false);
    expect(editing({ ...held, title: 'x'.repeat(10_001) })).toBe(false);
    expect(editing({ title: held.title })).toBe(false);
    expect(editing(null)).toBe(false);
    expect(accepts('status.set', { plan, wayBack: { editOf: held, and: 'more' } })).toBe(false);
  });

  it('names a link, never an address', () => {
    expect(accepts('link.open', { link: 'https://evil.example' })).toBe(false);
  });
});

describe('the compiler', () => {
  it('asks for a handler for every command, with its input and its value', () => {
    const nothing = () => Promise.resolve(done);
    const change = () => Promise.resolve(ok<'done'>('done'));
    // Whatever the commands give back, what counts here is that each is asked for.
    const all = Object.fromEntries(names.map((name) => [name, nothing])) as unknown as Handlers;
    expect(Object.keys(all).sort()).toEqual([...names].sort());

    const { 'status.clear': clear, ...others } = all;
    // @ts-expect-error a command without a handler
    const missing: Handlers = others;
    // @ts-expect-error a handler of a command that does not exist
    const unknown: Handlers = { ...all, 'status.explode': nothing };
    // @ts-expect-error a handler that gives back something else
    const wrong: Handlers = { ...all, 'status.clear': nothing };
    expect([missing, unknown, wrong].every((each) => typeof each === 'object') && clear).toBe(nothing);
    expectTypeOf(change).toExtend<Handlers['status.clear']>();

    expectTypeOf<Parameters<Handlers['presets.delete']>[0]>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<CommandValue<'status.clear'>>().toEqualTypeOf<'done' | 'queued' | 'superseded'>();
    expectTypeOf<CommandValue<'session.signIn'>>().toEqualTypeOf<null>();
  });
});
