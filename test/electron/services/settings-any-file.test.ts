import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { SettingsSchema } from '../../../electron/services/settings-schema.ts';
import { openSettings } from '../../../electron/services/settings.ts';
import { temporaryFolder } from '../../support/app.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = temporaryFolder();
  file = join(dir, 'config.json');
});

const done = { ok: true, value: null };
const open = () => openSettings({ dir, createStore: (options) => new Conf(options), now: () => 0 });
const write = (content: string | Uint8Array) => writeFileSync(file, content);

describe('whatever is in the file', () => {
  const almostSettings = fc.record(
    {
      version: fc.oneof(fc.constant(1), fc.jsonValue()),
      language: fc.oneof(fc.constantFrom('system', 'en', 'ru'), fc.jsonValue()),
      theme: fc.oneof(fc.constantFrom('system', 'light', 'dark'), fc.jsonValue()),
      trayIcon: fc.oneof(fc.constantFrom('auto', 'light', 'dark'), fc.jsonValue()),
      current: fc.oneof(fc.constantFrom('demo', 'a', 'b', null), fc.jsonValue()),
      accounts: fc.oneof(
        fc.array(
          fc.record(
            {
              key: fc.oneof(fc.constantFrom('a', 'b', 'demo', '__proto__'), fc.string({ unit: 'binary' })),
              userId: fc.oneof(fc.integer(), fc.jsonValue()),
              name: fc.oneof(fc.string({ unit: 'grapheme' }), fc.jsonValue()),
              bot: fc.oneof(fc.boolean(), fc.jsonValue()),
            },
            { requiredKeys: ['key', 'userId'] },
          ),
        ),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  );
  const json = fc.oneof(almostSettings, fc.jsonValue()).map((value) => JSON.stringify(value));
  const truncated = fc.tuple(json, fc.nat(200)).map(([text, length]) => text.slice(0, length));
  const content = fc.oneof(json, truncated, fc.string({ unit: 'binary' }), fc.uint8Array());

  it('opens, is valid, and keeps the next change', () => {
    fc.assert(
      fc.property(content, (bytes) => {
        rmSync(dir, { recursive: true, force: true });
        mkdirSync(dir);
        write(bytes);
        const { settings, problems } = open();
        expect(v.is(SettingsSchema, settings.data)).toBe(true);

        const theme = settings.data.theme === 'dark' ? 'light' : 'dark';
        const updated = settings.update({ theme, accounts: [...settings.data.accounts].reverse() });
        expect(settings.data.theme).toBe(theme);
        if (problems.some(({ code }) => code === 'settings_newer')) {
          expect(updated.ok).toBe(false);
          expect(readFileSync(file)).toEqual(Buffer.from(bytes as string));
        } else {
          expect(updated).toEqual(done);
          const reopened = open();
          expect(reopened.settings.data).toEqual(settings.data);
          expect(reopened.problems).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
