import { describe, expect, test } from 'vitest';
import {
  changed,
  EMPTY_AVATAR,
  forgotten,
  learned,
  needed,
  whose,
  type AvatarMemory,
  type Before,
} from '../../../../electron/services/avatar/memory.ts';
import { emptyAccountData, parseSettings, defaultSettings } from '../../../../electron/services/settings-schema.ts';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32)) as [string, string, string, string];
const before = (picture: string | null, address: string | null): Before => ({
  known: true,
  picture,
  address,
  ours: false,
});

/** B was set over A, until a moment. */
const temporary: AvatarMemory = changed(EMPTY_AVATAR, {
  picture: B,
  before: before(A, 'at-a'),
  address: 'at-b',
  end: { kind: 'moment', at: 1000 },
  at: 1,
});

describe('whose a picture is', () => {
  const { own } = temporary;
  test.each([
    ['with our address', 'at-b', null, 'ours'],
    ['with our address, whatever its content', 'at-b', C, 'ours'],
    ['with another address', 'at-x', null, 'unknown'],
    ['with another address and our content', 'at-x', B, 'ours'],
    ['with another address and another content', 'at-x', C, 'foreign'],
    ['that is none', null, null, 'foreign'],
  ] as const)('%s', (_, address, content, expected) => {
    expect(whose(own, address, content)).toBe(expected);
  });

  test('is ours where we removed it and there is none', () => {
    const removed = { picture: null, addresses: [], served: null };
    expect(whose(removed, null, null)).toBe('ours');
    expect(whose(removed, 'at-x', C)).toBe('foreign');
  });

  test('is nobody of ours where nothing was set from here', () => {
    expect(whose(null, 'at-b', B)).toBe('foreign');
    expect(whose(null, null, null)).toBe('foreign');
  });

  test('is not told by an address that was there before', () => {
    const same = changed(EMPTY_AVATAR, {
      picture: B,
      before: before(A, 'me'),
      address: 'me',
      end: null,
      at: 1,
    });
    expect(whose(same.own, 'me', null)).toBe('unknown');
    expect(whose(same.own, 'me', A)).toBe('foreign');
    expect(whose(same.own, 'me', B)).toBe('ours');
  });

  test('is told by what the server made of it', () => {
    const known = learned(temporary, 'at-b2', C);
    expect(whose(known.own, 'at-b2', null)).toBe('ours');
    expect(whose(known.own, 'at-x', C)).toBe('ours');
    expect(learned(EMPTY_AVATAR, 'at-b2', C)).toEqual(EMPTY_AVATAR);
  });
});

test('what was forgotten leaves the kept pictures, and nothing to undo or to put back', () => {
  expect(forgotten(temporary)).toEqual({ ...EMPTY_AVATAR, kept: temporary.kept });
});

test('all pictures that may come back are needed, each once', () => {
  const undo = { before: C, temporary: { before: D, end: { kind: 'moment', at: 1 }, tried: false } } as const;
  expect([...needed({ ...temporary, undo })].sort()).toEqual([A, B, C, D]);
  expect(needed(EMPTY_AVATAR)).toEqual([]);
});

describe('on the disk', () => {
  const data = { ...emptyAccountData('101'), label: 'Work', avatar: temporary };
  const read = (avatar: unknown) =>
    parseSettings(JSON.stringify({ ...defaultSettings, accountData: [{ ...data, avatar }] }));

  test('it is read as it was written', () => {
    expect(read(temporary)).toEqual({ data: { ...defaultSettings, accountData: [data] }, state: { kind: 'good' } });
  });

  test.each([
    ['is no memory', { kept: 'all' }],
    ['names a file elsewhere', { ...temporary, kept: [{ id: '../../secret', at: 1 }] }],
    [
      'would put a file of elsewhere back',
      { ...temporary, temporary: { ...temporary.temporary, before: '/etc/passwd' } },
    ],
    ['has an end that is none', { ...temporary, temporary: { ...temporary.temporary, end: { kind: 'never' } } }],
    ['has too many pictures', { ...temporary, kept: Array<unknown>(7).fill({ id: A, at: 1 }) }],
  ])('one that %s costs only itself', (_, avatar) => {
    expect(read(avatar)).toEqual({
      data: { ...defaultSettings, accountData: [{ ...data, avatar: null }] },
      state: { kind: 'damaged', lost: ['accountData[0].avatar'] },
    });
  });

  test('a file of before there were pictures is in order', () => {
    const { avatar, ...old } = data;
    expect(avatar).toEqual(temporary);
    expect(parseSettings(JSON.stringify({ ...defaultSettings, accountData: [old] }))).toEqual({
      data: { ...defaultSettings, accountData: [{ ...data, avatar: null }] },
      state: { kind: 'good' },
    });
  });
});
