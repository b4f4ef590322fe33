import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';

/** Asks where to save a text and writes it there; false = the person did not want to. Rejects where it cannot be written. */
export async function saveFile({ name, text }: { readonly name: string; readonly text: string }): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: join(app.getPath('documents'), name) });
  if (canceled) return false;
  await writeFile(filePath, text);
  return true;
}
