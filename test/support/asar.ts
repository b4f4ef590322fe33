/** As much of Electron's archive format as tests need: a JSON header between two sizes, then the files' bytes. */

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
}

/** An archive of some small files. */
export function asarOf(contents: Readonly<Record<string, string>>): Buffer {
  let offset = 0;
  const files: Record<string, Entry> = {};
  for (const [name, content] of Object.entries(contents)) {
    files[name] = { size: Buffer.byteLength(content), offset: String(offset) };
    offset += Buffer.byteLength(content);
  }
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(json.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(8 + padded, 4);
  header.writeUInt32LE(4 + padded, 8);
  header.writeUInt32LE(json.length, 12);
  json.copy(header, 16);
  return Buffer.concat([header, Buffer.from(Object.values(contents).join(''))]);
}

const headerOf = (archive: Buffer): Entry =>
  JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString()) as Entry;

/** The paths of all files in an archive. */
export function listAsar(archive: Buffer): string[] {
  const below = (entry: Entry, path: string): string[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, child]) => below(child, path === '' ? name : `${path}/${name}`))
      : [path];
  return below(headerOf(archive), '');
}

/** A file at the top of an archive. */
export function readAsar(archive: Buffer, name: string): Buffer {
  const entry = headerOf(archive).files?.[name];
  if (entry?.size === undefined || entry.offset === undefined) throw new Error(`The archive has no ${name}`);
  const start = 8 + archive.readUInt32LE(4) + Number(entry.offset);
  return archive.subarray(start, start + entry.size);
}
