import { shell } from 'electron';
import { isSafeLink } from '../services/links.ts';

/**
 * Opens an address in the browser. Which one, the core decides: one of the app's own, or a link field of the person's
 * profile that was clicked. Rejects for anything but plain https, since other schemes start programs.
 */
export async function openLink(url: string): Promise<void> {
  if (!isSafeLink(url)) throw new Error('Refused: not a plain https address');
  await shell.openExternal(url);
}
