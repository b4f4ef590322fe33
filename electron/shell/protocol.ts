import { protocol } from 'electron';
import { servePage, type PageSources } from './page-files.ts';
import { PAGE_SCHEME } from './sender.ts';

/** Makes the page's own scheme known. To be called before the app is ready, once. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the page under its scheme, from the moment the app is ready. */
export function servePageScheme(sources: PageSources): void {
  protocol.handle(PAGE_SCHEME, (request) => servePage(request, sources));
}
