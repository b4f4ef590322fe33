import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPictureFolders, fingerprint, isPictureId } from '../../../../electron/services/avatar/pictures.ts';
import { temporaryFolder } from '../../../support/app.ts';
import { BEACH, FACE } from './support.ts';

const open = () => {
  const dir = join(temporaryFolder(), 'pictures');
  return { dir, folders: createPictureFolders(dir) };
};

describe('a kept picture', () => {
  test('is read back byte for byte under the name of its content', () => {
    const { folders } = open();
    const id = folders.of('101').keep(FACE);
    expect(id).toBe(fingerprint(FACE));
    expect(folders.of('101').read(id ?? '')).toEqual(FACE);
  });

  test('is kept once however often it is given', () => {
    const { dir, folders } = open();
    folders.of('101').keep(FACE);
    folders.of('101').keep(FACE);
    expect(readdirSync(join(dir, '101'))).toEqual([fingerprint(FACE)]);
  });

  test('and its folder are for their owner only', () => {
    const { dir, folders } = open();
    folders.of('101').keep(FACE);
    const modes = [dir, join(dir, '101'), join(dir, '101', fingerprint(FACE))].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  test('belongs to one account', () => {
    const { folders } = open();
    const id = folders.of('101').keep(FACE) ?? '';
    expect(folders.of('102').read(id)).toBeNull();
    folders.remove('102');
    expect(folders.of('101').read(id)).toEqual(FACE);
    folders.remove('101');
    expect(folders.of('101').read(id)).toBeNull();
  });

  test('stays as long as it is needed', () => {
    const { dir, folders } = open();
    const pictures = folders.of('101');
    const [face, beach] = [pictures.keep(FACE) ?? '', pictures.keep(BEACH) ?? ''];
    // Of a write that was cut off by a crash.
    writeFileSync(join(dir, '101', 'left.tmp'), 'half');
    pictures.retain([beach]);
    expect(readdirSync(join(dir, '101'))).toEqual([beach]);
    expect(pictures.read(face)).toBeNull();
  });

  test('that was damaged is no picture any more, and can be kept anew', () => {
    const { dir, folders } = open();
    const pictures = folders.of('101');
    const id = pictures.keep(FACE) ?? '';
    const file = join(dir, '101', id);
    writeFileSync(file, readFileSync(file).subarray(0, 20));
    expect(pictures.read(id)).toBeNull();
    expect(pictures.keep(FACE)).toBe(id);
    expect(pictures.read(id)).toEqual(FACE);
  });
});

describe('the disk', () => {
  test('is not touched before there is something to keep', () => {
    const { dir, folders } = open();
    folders.of('101').retain([]);
    folders.remove('101');
    expect(folders.of('101').read(fingerprint(FACE))).toBeNull();
    expect(existsSync(dir)).toBe(false);
  });

  test('that takes nothing costs no more than the picture', () => {
    const dir = join(temporaryFolder(), 'pictures');
    writeFileSync(dir, 'a file where the folder should be');
    const pictures = createPictureFolders(dir).of('101');
    expect(pictures.keep(FACE)).toBeNull();
    expect(pictures.read(fingerprint(FACE))).toBeNull();
    pictures.retain([]);
  });

  test('never leads outside of its folder, whatever an account is called', () => {
    const outside = temporaryFolder();
    mkdirSync(join(outside, 'victim'));
    writeFileSync(join(outside, 'victim', 'file'), '');
    const folders = createPictureFolders(join(outside, 'pictures'));
    const names = ['../victim', '..', '.', '', '/etc', 'a/b', 'C:\\x', 'CON', '\0'];
    for (const name of names) {
      expect(folders.of(name).keep(FACE)).not.toBeNull();
      folders.of(name).retain([]);
      folders.remove(name);
    }
    expect(readdirSync(outside).sort()).toEqual(['pictures', 'victim']);
    expect(readdirSync(join(outside, 'victim'))).toEqual(['file']);
    expect(readdirSync(join(outside, 'pictures'))).toEqual([]);
  });

  test('is asked for names of pictures only', () => {
    const { dir, folders } = open();
    folders.of('101').keep(FACE);
    writeFileSync(join(dir, 'secret'), 'x');
    chmodSync(join(dir, 'secret'), 0o600);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('../secret', '..', '.', '/etc/passwd')), (name) => {
        expect(isPictureId(name)).toBe(/^[0-9a-f]{32}$/.test(name));
        expect(folders.of('101').read(name)).toBeNull();
      }),
    );
  });
});
