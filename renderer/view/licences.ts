/** The licence of a package that is inside of the app. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX, such as `MIT`. */
  readonly licence: string;
  readonly text: string;
}

/**
 * Loads the licences of everything bundled. The build writes them beside the page when all bundles are made
 * (scripts/packaging/notices.mjs), so they cannot be imported before.
 * @throws when the file is not there
 */
export async function loadLicences(): Promise<readonly Licence[]> {
  const url = new URL('licences.js', document.baseURI).href;
  const module = (await import(/* @vite-ignore */ url)) as { readonly default: readonly Licence[] };
  return module.default;
}
