import type { AppError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/state.ts';
import type { SettingsData } from './settings-schema.ts';

/** An error as the diagnostics keep it: no texts, which may hold names. */
export interface LoggedError {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly command: string;
  readonly code: AppError['code'];
  readonly requestId: string | null;
}

/** How many errors are kept. */
const KEPT = 20;

/** The last errors of this run. */
export interface ErrorLog {
  readonly entries: readonly LoggedError[];
  add(entry: LoggedError): void;
}

/** Makes an empty log. */
export function createErrorLog(): ErrorLog {
  const entries: LoggedError[] = [];
  return {
    entries,
    add: (entry) => {
      entries.push(entry);
      entries.splice(0, entries.length - KEPT);
    },
  };
}

/** What the text is made of. */
export interface DiagnosticsSource {
  readonly state: AppState;
  readonly settings: SettingsData;
  readonly apiUrl: string;
  readonly errors: readonly LoggedError[];
  /** Of the process: versions by name, such as `node` and `electron`. */
  readonly versions: Readonly<Partial<Record<string, string>>>;
  readonly arch: string;
  /** What keeps the tokens, and whether it answered the last time it was asked. */
  readonly keychain: string;
}

/**
 * What a developer needs to know to find a fault, in English whoever reads it. No token, no name, no address, no text of a
 * status: it is made to be pasted into a public issue.
 */
export function diagnosticsText({
  state,
  settings,
  apiUrl,
  errors,
  versions,
  arch,
  keychain,
}: DiagnosticsSource): string {
  const { session, host } = state;
  const version = (name: string): string => (versions[name] ? `${name} ${versions[name]}` : '');
  const lines = [
    `Pachca Status ${host.version} (${host.kind})`,
    `${host.platform} ${arch}, ${['electron', 'chrome', 'node', 'v8'].map(version).filter(Boolean).join(', ')}`,
    `Time: ${new Date(state.now).toISOString()}, zone ${state.zones.computer} (profile: ${state.zones.profile ?? 'unknown'}, counts: ${settings.zone})`,
    `Language: ${settings.language} (${state.locale}, dates ${state.dateLocale})`,
    `Servers: ${[...new Set([new URL(apiUrl).host, ...state.accounts.flatMap(({ server }) => server ?? [])])].join(', ')}`,
    `Keychain: ${keychain}`,
    `Desktop: tray ${host.desktop.trayMissing ? 'missing' : 'there'}, notifications ${host.desktop.notifications}, start at login ${host.desktop.login.kind}`,
    `Accounts: ${state.accounts.length} (${state.accounts.map(({ storage, bot, problem }) => [storage, bot ? 'bot' : 'person', problem?.code ?? 'fine'].join(' ')).join('; ') || 'none'})`,
    `Session: ${session.phase}${session.phase === 'signed-in' ? `, checked ${session.checked ? 'yes' : 'no'}, role ${session.account?.role ?? 'unknown'}` : ''}${session.phase === 'locked' ? ` (${session.error.code})` : ''}`,
    ...(session.phase === 'signed-in' ? [`Scopes: ${session.scopes.join(' ') || 'none'}`] : []),
    `Status: ${state.status.known ? (state.status.current ? 'set' : 'none') : 'unknown'}, checked ${time(state.status.checkedAt)}, error ${state.status.error?.code ?? 'none'}`,
    `Change: ${state.change ? `${state.change.phase}${state.change.error ? ` (${state.change.error.code})` : ''}` : 'none'}`,
    `Settings: theme ${settings.theme}, tray ${settings.trayIcon}, work ${clock(settings.workStart)}–${clock(settings.workEnd)}, week ${settings.weekStart ?? 'locale'}, warn ${settings.warnBefore ?? 'off'}, presets ${settings.presets?.length ?? 'built-in'}${settings.presetsPerAccount ? ' per account' : ''}`,
    `Last errors: ${errors.length === 0 ? 'none' : ''}`,
    ...errors.map(
      ({ at, command, code, requestId }) =>
        `  ${time(at)} ${command}: ${code}${requestId ? ` (request ${requestId})` : ''}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const time = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString());

const clock = ({ hour, minute }: { readonly hour: number; readonly minute: number }): string =>
  `${hour}:${String(minute).padStart(2, '0')}`;
