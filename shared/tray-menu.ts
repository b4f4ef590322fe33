import { accountLine, accountName } from './account-summary.ts';
import { inLine, nameInLine } from './clean-text.ts';
import type { CommandCall } from './contract.ts';
import { resolveExpiry, type ExpiryRule } from './expiry.ts';
import { formatDuration, formatMoment, formatRule, formatUntil, type TimeStyle } from './format.ts';
import { errorText, messages } from './i18n/index.ts';
import { expiryContext } from './plan.ts';
import { extensionLabel, extensions, type Extension } from './extensions.ts';
import { questionsOf, recentsBeside, type Preset } from './presets.ts';
import { inWeeks, spanOf, suitableRules } from './suitable-ends.ts';
import type { AccountSummary, AppState, Change } from './state.ts';
import type { Status } from './status.ts';

/** One item of the tray menu, as data. The Electron shell makes a native menu of it, the preview an HTML one. */
export type MenuItem =
  | { readonly type: 'separator' }
  /** A line to read; cannot be chosen. */
  | { readonly type: 'label'; readonly id: string; readonly label: string }
  | {
      readonly type: 'command';
      readonly id: string;
      readonly label: string;
      /** What it will do, in a few words: "until Mon 30 Nov, 9:00". */
      readonly hint: string | null;
      /** The one that holds now. */
      readonly checked: boolean;
      readonly enabled: boolean;
      readonly command: CommandCall;
    }
  /** Opens a menu of its own. Native menus do not let it be chosen itself. */
  | {
      readonly type: 'submenu';
      readonly id: string;
      readonly label: string;
      readonly enabled: boolean;
      readonly items: readonly MenuItem[];
    };

/** How moments are written for this state. */
export const timeStyle = (state: AppState): TimeStyle => ({
  locale: state.locale,
  dateLocale: state.dateLocale,
  timeZone: state.timeZone,
});

/**
 * The tray menu for a state: the current status and what can be done about it, the presets, open, quit. What matters
 * works from here alone, because some Linux desktops tell of no click on the icon.
 */
export function trayMenu(state: AppState): readonly MenuItem[] {
  const { tray } = messages(state.locale);
  const signedIn = state.session.phase === 'signed-in';
  // A locked keychain is not "signed out": there is nothing to sign in to, only something to unlock.
  const open = state.session.phase === 'signed-out' ? tray.signIn : tray.open;
  return separated([
    // First, because a click on the icon does nothing else on some Linux desktops.
    [command('open', open, { name: 'popover.open', input: {} }), ...accountsItem(state)],
    [{ type: 'label', id: 'current', label: statusLine(state) }, ...(signedIn ? changeItems(state) : [])],
    signedIn ? [...presetItems(state), ...otherTimesItem(state), ...recentsItem(state)] : [],
    signedIn
      ? [...extendItem(state), ...goBackItem(state), clearItem(state), ...undoItem(state), ...wayBackItem(state)]
      : [],
    [command('quit', tray.quit, { name: 'app.quit', input: {} })],
  ]);
}

function separated(groups: readonly (readonly MenuItem[])[]): MenuItem[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}

/** The tooltip of the tray icon: the app's name, the status line and, where there are several, the account in use. */
export function trayTooltip(state: AppState): string {
  const current = oneOfSeveral(state);
  const line = `${messages(state.locale).app.name}: ${statusLine(state)}`;
  // Last, because systems cut a long tooltip off at its end.
  return current ? `${line} · ${inLine(accountName(current, state.locale))}` : line;
}

/** The account in use, where there are others. */
const oneOfSeveral = ({ accounts }: AppState): AccountSummary | undefined =>
  accounts.length > 1 ? accounts.find(({ current }) => current) : undefined;

/** Says which account all of this is about, and changes to another. */
function accountsItem(state: AppState): MenuItem[] {
  const current = oneOfSeveral(state);
  if (!current) return [];
  const items = state.accounts.map((account) => ({
    ...command(`account:${account.key}`, inLine(accountName(account, state.locale)), {
      name: 'accounts.switch',
      input: { key: account.key },
    }),
    hint: accountLine(account, state.now, state.locale),
    checked: account.current,
  }));
  const label = messages(state.locale).tray.account(inLine(accountName(current, state.locale)));
  return [{ type: 'submenu', id: 'accounts', label, enabled: true, items }];
}

/** One line that says what holds, or what is going on. */
export function statusLine(state: AppState): string {
  const { notices, settings, tray } = messages(state.locale);
  switch (state.session.phase) {
    case 'starting': {
      const waits = state.notices.some(({ kind }) => kind === 'keychain-waiting');
      return waits ? notices.keychainWaiting(settings.storages.keychain(state.host.keychain)) : tray.starting;
    }
    case 'signed-out':
      return tray.signedOut;
    case 'locked':
      return errorText(state.locale, state.session.error).title;
    case 'signed-in':
      if (state.session.problem) return errorText(state.locale, state.session.problem).title;
      return changeLine(state) ?? currentLine(state);
  }
}

function changeLine(state: AppState): string | null {
  const { tray, actions } = messages(state.locale);
  const { change } = state;
  switch (change?.phase) {
    case 'pending':
      return pendingLine(state, change);
    case 'waiting': {
      const seconds = secondsUntilRetry(change, state.now);
      return change.status ? tray.waiting(inLine(change.status.title), seconds) : tray.waitingClear(seconds);
    }
    case 'queued':
      return change.status ? actions.line.queued(inLine(change.status.title)) : actions.line.queuedClear;
    case 'failed':
      return change.error ? tray.failed(errorText(state.locale, change.error).title) : null;
    default:
      return null;
  }
}

function pendingLine({ locale }: AppState, { origin, status }: Change): string {
  const { tray, actions } = messages(locale);
  if (origin === 'undo') return actions.line.undo;
  if (!status) return tray.pendingClear;
  return origin === 'person' ? tray.pendingSet(inLine(status.title)) : actions.line[origin](inLine(status.title));
}

/** Whole seconds until the next try, at least 1. */
export function secondsUntilRetry(change: Change, now: number): number {
  return Math.max(1, Math.ceil(((change.retryAt ?? now) - now) / 1000));
}

function currentLine(state: AppState): string {
  const { tray } = messages(state.locale);
  const { current, known } = state.status;
  if (!known) return state.status.error ? errorText(state.locale, state.status.error).title : tray.statusUnknown;
  if (!current) return tray.noStatus;
  const end = current.expiresAt === null ? '' : ` · ${formatUntil(current.expiresAt, state.now, timeStyle(state))}`;
  return `${nameInLine(current)}${end}`;
}

/** What can be done about the change under way, or the one that failed. */
function changeItems(state: AppState): MenuItem[] {
  const { tray, actions } = messages(state.locale);
  const cancel = command('cancel', actions.cancel, { name: 'status.dismissChange', input: {} });
  switch (state.change?.phase) {
    case 'failed':
      // With a revoked token, or one without the scope, the same would only fail again.
      return [
        { ...command('retry', tray.tryAgain, { name: 'status.retryChange', input: {} }), enabled: canWrite(state) },
      ];
    case 'queued': {
      const sendNow = command('send-now', actions.sendNow, { name: 'status.sendNow', input: {} });
      return [{ ...sendNow, enabled: canWrite(state) }, cancel];
    }
    case 'waiting':
      return [cancel];
    default:
      return [];
  }
}

function presetItems(state: AppState): MenuItem[] {
  const shown = shownPresetId(state);
  return visiblePresets(state).map((preset) => ({
    type: 'command',
    id: `preset:${preset.id}`,
    // By the systems' custom, three dots say that something is asked first.
    label: `${nameInLine(preset)}${questionsOf(preset).length > 0 ? '…' : ''}`,
    hint: ruleHint(preset.expiry, state),
    checked: preset.id === shown,
    enabled: canWrite(state),
    command: { name: 'status.applyPreset', input: { presetId: preset.id } },
  }));
}

/**
 * The presets once more, each with other ends. A second list, because a native item with a submenu cannot be clicked, and
 * the preset itself has to stay one click.
 */
function otherTimesItem(state: AppState): MenuItem[] {
  const presets = visiblePresets(state);
  if (presets.length === 0) return [];
  const items = presets.map((preset) => ({
    type: 'submenu' as const,
    id: `for:${preset.id}`,
    label: nameInLine(preset),
    enabled: canWrite(state),
    items: [
      ...otherEnds(preset, state).map(({ id, label, hint, rule }) => ({
        ...command(`for:${preset.id}:${id}`, label, {
          name: 'status.applyPreset',
          input: { presetId: preset.id, expiry: rule },
        }),
        hint,
      })),
      command(`for:${preset.id}:date`, messages(state.locale).actions.ends.date, {
        name: 'status.adjustPreset',
        input: { presetId: preset.id },
      }),
    ],
  }));
  const label = messages(state.locale).actions.forAnotherTime;
  return [{ type: 'submenu', id: 'for', label, enabled: canWrite(state), items }];
}

interface OtherEnd {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly rule: ExpiryRule;
}

/**
 * The ends a preset is offered with, as far as they make sense for it. Only those that stay the same for hours say their
 * moment: a menu that changes every minute would be drawn anew under the pointer.
 */
function otherEnds(preset: Preset, state: AppState): readonly OtherEnd[] {
  const { ends } = messages(state.locale).actions;
  const context = expiryContext(state);
  const offered = suitableRules(preset.expiry).flatMap((rule): OtherEnd[] => {
    switch (rule.kind) {
      case 'duration':
        return [
          { id: String(rule.minutes), label: formatDuration(rule.minutes * 60_000, state.locale), hint: null, rule },
        ];
      case 'endOfDay':
      case 'none':
        return [{ id: rule.kind, label: ends[rule.kind], hint: null, rule }];
      case 'endOfWorkDay':
      case 'tomorrowMorning':
      case 'endOfWeek':
        return withMoment(rule.kind, ends[rule.kind], rule);
      case 'nextWeekday':
        return withMoment('monday', ends.monday, rule);
      default:
        return [];
    }
  });
  if (spanOf(preset.expiry) !== 'days') return offered;
  const weeks = [
    withMoment('week', ends.week, inWeeks(1, state.now, context)),
    withMoment('two-weeks', ends.twoWeeks, inWeeks(2, state.now, context)),
  ].flat();
  // What has no end comes last.
  return [...offered.filter(({ id }) => id !== 'none'), ...weeks, ...offered.filter(({ id }) => id === 'none')];

  function withMoment(id: string, label: string, rule: ExpiryRule): OtherEnd[] {
    const end = resolveExpiry(rule, state.now, context);
    if (!end.ok || end.value === null) return [];
    return [{ id, label, hint: formatMoment(end.value, state.now, timeStyle(state)), rule }];
  }
}

function recentsItem(state: AppState): MenuItem[] {
  const recents = recentsBeside(state.recents, state.presets);
  if (recents.length === 0) return [];
  const items = recents.map(({ id, emoji, title, expiry }) => ({
    ...command(`recent:${id}`, nameInLine({ emoji, title }), { name: 'status.applyRecent', input: { id } }),
    hint: ruleHint(expiry, state),
  }));
  const label = messages(state.locale).actions.recent;
  return [{ type: 'submenu', id: 'recent', label, enabled: canWrite(state), items }];
}

function extendItem(state: AppState): MenuItem[] {
  const status = extendable(state);
  if (!status) return [];
  const items = extensionsOf(state).map((way) => ({
    ...command(`extend:${way.id}`, extensionLabel(way, state.locale), {
      name: 'status.extend',
      input: { by: way.by },
    }),
    hint: formatUntil(way.at, state.now, timeStyle(state)),
  }));
  const label = messages(state.locale).actions.extend;
  return [{ type: 'submenu', id: 'extend', label, enabled: canWrite(state), items }];
}

/** Ends the present status for the one that waits under it. */
function goBackItem(state: AppState): MenuItem[] {
  const { wayBack, locale } = state;
  if (!wayBack || isUnderWay(state.change)) return [];
  const label = messages(locale).actions.goBack(nameInLine(wayBack));
  return [{ ...command('go-back', label, { name: 'status.goBack', input: {} }), enabled: canWrite(state) }];
}

function clearItem(state: AppState): MenuItem {
  const { tray, actions } = messages(state.locale);
  const nothingToClear = state.status.known && !state.status.current && !isUnderWay(state.change);
  return {
    ...command('clear', state.wayBack ? actions.clearAll : tray.clear, { name: 'status.clear', input: {} }),
    enabled: canWrite(state) && !nothingToClear,
  };
}

function undoItem(state: AppState): MenuItem[] {
  if (!state.undo) return [];
  return [{ ...command('undo', undoLabel(state), { name: 'status.undo', input: {} }), enabled: canWrite(state) }];
}

function wayBackItem({ locale, wayBack }: AppState): MenuItem[] {
  if (!wayBack) return [];
  const label = messages(locale).actions.forgetWayBack(inLine(wayBack.title));
  return [command('forget-way-back', label, { name: 'status.forgetWayBack', input: {} })];
}

/** What undoing is called: by what would be undone. */
export function undoLabel({ locale, undo }: AppState): string {
  const { actions } = messages(locale);
  return undo?.of ? actions.undoOf(inLine(undo.of.title)) : actions.undoClear;
}

/** The status that can be let end later: the one that holds, has an end, and is not just being changed. */
export function extendable(state: AppState): (Status & { readonly expiresAt: number }) | null {
  const { current } = state.status;
  const expiresAt = current?.expiresAt ?? null;
  return !current || expiresAt === null || isUnderWay(state.change) ? null : { ...current, expiresAt };
}

/** The ways to let the present status end later with one click; none where it has no end. */
export function extensionsOf(state: AppState): readonly Extension[] {
  const status = extendable(state);
  if (!status) return [];
  const rule = state.status.source?.plan.expiry ?? null;
  return extensions(status.expiresAt, rule, state.now, expiryContext(state));
}

/** The presets that are offered, in order. */
export const visiblePresets = (state: AppState): readonly Preset[] => state.presets.filter(({ hidden }) => !hidden);

/** What a rule will do, in the few words that fit: "1 h", "until Mon 30 Nov, 9:00", "this end has passed". */
export function ruleHint(rule: ExpiryRule, state: AppState): string {
  const context = expiryContext(state);
  if (!resolveExpiry(rule, state.now, context).ok) return messages(state.locale).actions.passed;
  return formatRule(rule, state.now, timeStyle(state), context);
}

/** Whether a change is on its way to the server, or waits to be. */
export const isUnderWay = (change: Change | null): boolean =>
  change?.phase === 'pending' || change?.phase === 'waiting' || change?.phase === 'queued';

/**
 * Whether the token may set a status. Before it was checked in this run it is taken to: the server has the last word,
 * and a click must not be lost because the app has just started.
 */
export function canWrite(state: AppState): boolean {
  const { session } = state;
  return (
    session.phase === 'signed-in' &&
    session.problem === null &&
    (!session.checked || session.scopes.includes('profile_status:write'))
  );
}

/** The preset that says what colleagues see now (or will when the change under way is done), or null. */
export function shownPresetId(state: AppState): string | null {
  const status = isUnderWay(state.change) ? (state.change?.status ?? null) : state.status.current;
  if (!status) return null;
  return state.presets.find((preset) => preset.emoji === status.emoji && preset.title === status.title)?.id ?? null;
}

function command(id: string, label: string, call: CommandCall) {
  return { type: 'command' as const, id, label, hint: null, checked: false, enabled: true, command: call };
}
