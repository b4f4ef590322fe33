import { shell } from 'electron';
import { links } from '../services/links.ts';

const allowed: ReadonlySet<string> = new Set(Object.values(links));

/**
 * Opens one of the app's own addresses in the browser. Rejects for any other: an address that came from a page or a
 * server must never get here.
 */
export async function openLink(url: string): Promise<void> {
  if (!allowed.has(url)) throw new Error('Refused: not one of the app’s links');
  await shell.openExternal(url);
}
