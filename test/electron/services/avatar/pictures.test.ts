import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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
    writeFileSync(join(dir, '101', '0d5c3b1e-6f6a-4b0e-9d3e-2a1b3c4d5e6f.tmp'), 'half');
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

  test('keeps what the app did not put there, when pictures or the account go', () => {
    const { dir, folders } = open();
    const id = folders.of('101').keep(FACE) ?? '';
    const foreign = ['holiday.png', 'left.tmp', `${id}.png`, id.toUpperCase(), `x${id}`];
    for (const name of foreign) writeFileSync(join(dir, '101', name), 'mine');
    mkdirSync(join(dir, '101', fingerprint('a folder')));
    writeFileSync(join(dir, '101', fingerprint('a folder'), 'file'), '');
    folders.of('101').retain([]);
    folders.remove('101');
    expect(readdirSync(join(dir, '101')).sort()).toEqual([...foreign, fingerprint('a folder')].sort());
  });

  test.each(['pictures', 'the account', 'a picture'])('is not left through a link at %s', (place) => {
    const root = temporaryFolder();
    const [dir, outside] = [join(root, 'pictures'), join(root, 'outside')];
    const id = fingerprint(FACE);
    mkdirSync(join(outside, '101'), { recursive: true });
    // What a link could lead to: a picture under the very name that is asked for.
    for (const path of [join(outside, id), join(outside, '101', id)]) writeFileSync(path, FACE);
    if (place !== 'pictures') mkdirSync(dir);
    if (place === 'a picture') mkdirSync(join(dir, '101'));
    if (place === 'pictures') symlinkSync(outside, dir);
    if (place === 'the account') symlinkSync(join(outside, '101'), join(dir, '101'));
    if (place === 'a picture') symlinkSync(join(outside, id), join(dir, '101', id));

    const pictures = createPictureFolders(dir).of('101');
    expect(pictures.read(id)).toBeNull();
    // A link in a picture's place is replaced; a folder that is a link gets nothing.
    expect(pictures.keep(BEACH)).toBe(place === 'a picture' ? fingerprint(BEACH) : null);
    expect(pictures.keep(FACE)).toBe(place === 'a picture' ? id : null);
    pictures.retain([]);
    createPictureFolders(dir).remove('101');
    expect(readdirSync(outside).sort()).toEqual(['101', id].sort());
    expect(readdirSync(join(outside, '101'))).toEqual([id]);
    for (const path of [join(outside, id), join(outside, '101', id)])
      expect(readFileSync(path)).toEqual(Buffer.from(FACE));
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
