import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAME = 'open-preview.html';

/** A page on the disk that leads to the preview. */
export interface RedirectFile {
  /** Its `file:` address, which gives nothing away. */
  readonly url: string;
  remove(): void;
}

/**
 * Writes a page that leads to `target`, for its owner's eyes only. Other users of a computer read command lines, so an
 * address with the key must not stand in the one that opens the browser (Jupyter does it the same way).
 * @param folder one that exists and is not shared
 * @returns null where it cannot be written
 */
export function writeRedirectFile(folder: string, target: string): RedirectFile | null {
  const path = join(folder, NAME);
  try {
    // Made anew: an older one may have another mode, and a link in its place would be followed.
    rmSync(path, { force: true });
    writeFileSync(path, page(target), { mode: 0o600, flag: 'wx' });
  } catch {
    return null;
  }
  return { url: pathToFileURL(path).href, remove: () => rmSync(path, { force: true }) };
}

/** The address has the characters of an own URL only: no markup can be in it. */
const page = (target: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${target}">
<title>Pachca Status</title>
<a href="${target}">Pachca Status</a>
</html>
`;
