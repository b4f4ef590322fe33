import { parseArgs } from 'node:util';
import { locales, type Locale } from '../../shared/i18n/locale.ts';

/** What the command line asks the preview for. */
export interface PreviewOptions {
  /** The port on 127.0.0.1; 0 = any free one. */
  readonly port: number;
  /** Whether to open the page, and the app's links, in the default browser. */
  readonly open: boolean;
  /** Folder of the settings; null = the default one. */
  readonly dataDir: string | null;
  /** Stands in for the system's language; null = the system's own. */
  readonly lang: Locale | null;
}

/** The help text. */
export const USAGE = `Usage: npm run preview -- [options]
  --port N        port on 127.0.0.1 (default: any free one)
  --no-open       do not open a browser
  --data-dir DIR  folder of the settings (default: one of its own in the user's app data)
  --lang en|ru    act as on a system in this language
  --help          show this`;

/** Options, a request for help, or one line that says what is wrong. */
export type ParsedArgs = { readonly options: PreviewOptions } | { readonly help: true } | { readonly problem: string };

/**
 * Parses the preview's command line.
 * @param args without the program's own name
 */
export function parsePreviewArgs(args: readonly string[]): ParsedArgs {
  const parsed = parse(args);
  if ('problem' in parsed) return parsed;
  const { values } = parsed;
  if (values.help) return { help: true };

  const port = values.port ?? '0';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { problem: `--port takes a number from 0 to 65535, not "${port}"` };
  }
  const lang = locales.find((locale) => locale === values.lang);
  if (values.lang !== undefined && !lang) {
    return { problem: `--lang takes ${locales.join(' or ')}, not "${values.lang}"` };
  }
  if (values['data-dir'] === '') return { problem: '--data-dir takes a folder' };
  return {
    options: { port: Number(port), open: !values['no-open'], dataDir: values['data-dir'] ?? null, lang: lang ?? null },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        'data-dir': { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // parseArgs explains in the first sentence and then advises on things this command does not have.
    const [problem] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)|\n/);
    return { problem: problem ?? 'The options were not understood' };
  }
}
