import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createToastMemory } from '../../../electron/shell/toast-memory.ts';

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pachca-toasts-'));
  now = 1_000;
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => createToastMemory(join(folder, 'notifications.json'), () => now);
const letEnd = { name: 'status.letEnd', input: {} } as const;
const toast = (id: string, until: number | null = null) => ({ id, until, actions: [letEnd] });

test('What a notification’s buttons do is known after a restart', () => {
  open().remember(toast('a'));
  open().remember(toast('b'));
  expect(open().find('type=action&action=0&tag=b')).toEqual(toast('b'));
});

test('One whose tag is not ours is the only one whose buttons still make sense, if there is one', () => {
  const memory = open();
  memory.remember(toast('early', 2_000));
  memory.remember(toast('late', 9_000));
  expect(memory.find('type=action&action=0&tag=4711')).toBeNull();
  now = 5_000;
  expect(memory.find('type=action&action=0&tag=4711')).toEqual(toast('late', 9_000));
});

test('Twenty are kept, the oldest go first', () => {
  const memory = open();
  for (let index = 0; index < 25; index += 1) memory.remember(toast(`toast-${String(index).padStart(2, '0')}`));
  expect(memory.find('tag=toast-04')).toBeNull();
  expect(open().find('tag=toast-05')).toEqual(toast('toast-05'));
});

test.each(['', '{', '[{"id":1}]', 'null', '[{"id":"a","until":null,"actions":[],"token":"x"}]'])(
  'A damaged file is an empty one: %s',
  (text) => {
    writeFileSync(join(folder, 'notifications.json'), text);
    const memory = open();
    expect(memory.find('tag=a')).toBeNull();
    memory.remember(toast('a'));
    expect(readFileSync(join(folder, 'notifications.json'), 'utf8')).toContain('"a"');
  },
);

test('A disk that fails costs nothing until quit', () => {
  const memory = createToastMemory(join(folder, 'missing', 'notifications.json'), () => now);
  memory.remember(toast('a'));
  expect(memory.find('tag=a')).toEqual(toast('a'));
});
