import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';

/**
 * Asks where to save a text and writes it there; false = the person did not want to. Rejects where it cannot be written.
 * @param parent the window that asks, so that the dialog is not lost behind it; null = nobody sees one
 */
export async function saveFile(
  { name, text }: { readonly name: string; readonly text: string },
  parent: BrowserWindow | null,
): Promise<boolean> {
  const options: SaveDialogOptions = { defaultPath: join(app.getPath('documents'), name) };
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options));
  if (canceled) return false;
  await writeFile(filePath, text);
  return true;
}
