import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '../../shared/i18n/locale.ts';

/** Its own folder beside Electron's: two programs that write one settings file would undo each other's changes. */
const FOLDER = 'Pachca Status Preview';

/** Where the preview keeps its settings unless told otherwise: the platform's place for app data. */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', FOLDER);
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), FOLDER);
    default:
      return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), FOLDER);
  }
}

/** The date locale that goes with a language nobody said a country for. */
const plainTags: Readonly<Record<Locale, string>> = { en: 'en-GB', ru: 'ru-RU' };

/**
 * BCP 47 tags in the system's order of preference. A `lang` from the command line goes before the system, and keeps the
 * system's country where the system speaks that language too.
 */
export function systemLocales(
  lang: Locale | null,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): readonly string[] {
  const system = localesOfSystem(platform, env);
  if (!lang) return system;
  const own = system.filter((tag) => tag.toLowerCase().split('-')[0] === lang);
  return own.length > 0 ? own : [plainTags[lang]];
}

function localesOfSystem(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  // POSIX: LC_ALL wins over LC_MESSAGES over LANG; LANGUAGE lists preferences for those that speak any language at all.
  const posix = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((name) => name !== undefined && name !== '');
  const named = toTag(posix ?? '');
  if (named) return [...new Set([...(env['LANGUAGE'] ?? '').split(':').flatMap((name) => toTag(name) ?? []), named])];
  // On Linux no locale means "C", for which Node's Intl says en-US though nobody asked for that.
  return platform === 'darwin' || platform === 'win32' ? [new Intl.DateTimeFormat().resolvedOptions().locale] : [];
}

/** "ru_RU.UTF-8" → "ru-RU"; null for "C", "POSIX" and what is no locale. */
function toTag(name: string): string | null {
  const tag = name.replace(/[.@].*$/, '').replaceAll('_', '-');
  if (tag === '' || tag === 'C' || tag === 'POSIX') return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
