import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandInputs } from '../../../shared/contract.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

const SECRET = 'pachca-token-that-must-not-come-back-0123456789';

describe('the door', () => {
  let test: TestApp;
  beforeEach(() => {
    test = createTestApp();
    return () => test.app.stop();
  });

  /** What the door says to something from outside, as it would cross to the page. */
  const said = async (name: unknown, input: unknown): Promise<string> =>
    JSON.stringify(await test.app.dispatch(name as string, input));

  it.each([
    ['as the name of a command', SECRET, {}],
    ['as a name that belongs to every object', '__proto__', { token: SECRET }],
    ['as an unknown key', 'status.clear', { [SECRET]: 1 }],
    ['as an unknown key deep inside', 'settings.update', { workStart: { hour: 9, minute: 0, [SECRET]: 1 } }],
    ['as a value of the wrong kind', 'presets.move', { id: 'a', to: SECRET }],
    ['as a choice that there is not', 'settings.update', { theme: SECRET }],
    ['as a text that is too long', 'session.checkToken', { token: SECRET.repeat(1000) }],
    ['as a name that is no text', { toString: (): string => SECRET }, {}],
  ])('does not echo what was sent %s', async (_where, name, input) => {
    const answer = await said(name, input);
    expect(answer).toContain('"ok":false');
    expect(answer).not.toContain(SECRET);
  });

  it('looks at the length of a picture before any pattern runs over it', async () => {
    const input = { image: 'A'.repeat(40_000_000), until: null, force: false };
    expect(await said('avatar.upload', input)).toContain('max_length');
  });

  it('answers where the input itself throws', async () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error(SECRET);
        },
        get: () => {
          throw new Error(SECRET);
        },
      },
    );
    const answer = await said('session.checkToken', trap);
    expect(answer).toContain('"ok":false');
    expect(answer).not.toContain(SECRET);
  });

  it('answers everything with a value, and gives nothing back of what it refuses', async () => {
    // Those that really do something with any well-formed input are left to their own tests.
    const names = Object.keys(commandInputs).filter((name) => !/^(app|popover|link|file|clipboard)\./.test(name));
    const odd = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
      fc.dictionary(
        fc.constantFrom('token', 'plan', 'id', 'preset', 'image', 'by', SECRET),
        fc.constantFrom(SECRET, [SECRET], { a: SECRET }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...names), fc.string()), odd, async (name, input) => {
        const result = await test.app.dispatch(name, input);
        expect(typeof result.ok).toBe('boolean');
        if (!result.ok) expect(JSON.stringify(result)).not.toContain(SECRET);
      }),
    );
  });
});
