import process from 'node:process';
import { Menu } from 'electron';

/**
 * No menu; on macOS one that nobody sees, because there the shortcuts of text fields (copy, paste, undo) and of the window
 * belong to menu items. To be called before the app is ready, or Electron makes its default one.
 */
export function setApplicationMenu({ openSettings }: { openSettings: () => void }): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        submenu: [
          { id: 'settings', label: 'Settings…', accelerator: 'Command+,', click: openSettings },
          { role: 'hide' },
          { role: 'quit' },
        ],
      },
      {
        role: 'editMenu',
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      { role: 'windowMenu', submenu: [{ role: 'close' }] },
    ]),
  );
}
