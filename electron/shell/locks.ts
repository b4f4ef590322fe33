import { app, session } from 'electron';

/**
 * Shuts what no page of this app needs: navigation, frames elsewhere, new windows, web views. To be called before the
 * first window exists; holds for every web contents there will ever be.
 */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    // The page is loaded from here (`loadURL`, `reload`), which these events do not report.
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Denies every permission, device and download, asked for or looked up. To be called when the app is ready. */
export function lockSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
}
