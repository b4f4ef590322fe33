import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { commandInputs } from '../../shared/contract.ts';
import { appError } from '../../shared/errors.ts';
import { planOf } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { TITLE_LIMIT } from '../../shared/status.ts';
import { statusLine, trayMenu, trayTooltip, type MenuItem } from '../../shared/tray-menu.ts';
import { anyState } from '../support/arbitrary-state.ts';
import { threeAccounts } from '../support/token-states.ts';
import { aChange, aState, aStatus, aStatusView, NOW, signedIn } from '../support/states.ts';

/** A menu as a person reads it: `✓` holds now, `(…)` is greyed out, `→` the hint, `▸` opens another. */
const textOf = (items: readonly MenuItem[]) =>
  items.map((item) => {
    if (item.type === 'separator') return '---';
    if (item.type === 'label') return item.label;
    if (item.type === 'submenu') return item.enabled ? `${item.label} ▸` : `(${item.label} ▸)`;
    const text = `${item.checked ? '✓ ' : ''}${item.label}${item.hint === null ? '' : ` → ${item.hint}`}`;
    return item.enabled ? text : `(${text})`;
  });
const asText = (state: AppState) => textOf(trayMenu(state));

/** All items, those of the menus behind others too. */
const everything = (items: readonly MenuItem[]): MenuItem[] =>
  items.flatMap((item) => (item.type === 'submenu' ? [item, ...everything(item.items)] : [item]));
const isCommand = (item: MenuItem) => item.type === 'command';
const commands = (state: AppState) => everything(trayMenu(state)).filter(isCommand);
const itemOf = (state: AppState, id: string) => commands(state).find((item) => item.id === id);
const submenuOf = (state: AppState, id: string): readonly MenuItem[] => {
  const found = everything(trayMenu(state)).find((item) => item.type === 'submenu' && item.id === id);
  return found?.type === 'submenu' ? found.items : [];
};

const vacation = aStatus();
const onVacation = aStatusView({ current: vacation });
const inRussian = (patch: Partial<AppState> = {}) => aState({ locale: 'ru', ...patch });
const offline = appError('offline', { reason: 'ENOTFOUND' });

describe('the tray menu of somebody signed in', () => {
  it('offers the presets with what they will do, and nothing to clear, where there is no status', () => {
    expect(asText(aState())).toEqual([
      'Open Pachca Status',
      '---',
      'No status',
      '---',
      '🏖️ On vacation → until Mon 23 Nov, 9:00',
      '🤒 Out sick → end of day',
      '🍽️ Lunch → 1 h',
      '📅 In a meeting → 1 h',
      '🎧 Focus → 2 h',
      '🏠 Working remotely → end of day',
      'For another time ▸',
      '---',
      '(Clear status)',
      '---',
      'Quit',
    ]);
    expect(asText(inRussian())).toEqual([
      'Открыть Pachca Status',
      '---',
      'Нет статуса',
      '---',
      '🏖️ В отпуске → до пн 23 ноя, 9:00',
      '🤒 Болею → до конца дня',
      '🍽️ Обед → 1 ч',
      '📅 На встрече → 1 ч',
      '🎧 Не отвлекать → 2 ч',
      '🏠 Работаю удалённо → до конца дня',
      'На другое время ▸',
      '---',
      '(Сбросить статус)',
      '---',
      'Выйти',
    ]);
  });

  it('says which status holds and until when, ticks its preset and offers to clear it', () => {
    const state = aState({ status: onVacation });
    expect(statusLine(state)).toBe('🏖️ On vacation · until Mon 30 Nov, 9:00');
    expect(asText(state)).toContain('✓ 🏖️ On vacation → until Mon 23 Nov, 9:00');
    expect(asText(state)).toContain('Clear status');
    expect(statusLine(inRussian({ status: aStatusView({ current: { ...vacation, title: 'В отпуске' } }) }))).toBe(
      '🏖️ В отпуске · до пн 30 ноя, 9:00',
    );
  });

  it('says no end where a status has none, and ticks nothing where no preset says the same', () => {
    const state = aState({ status: aStatusView({ current: aStatus({ title: 'At the dentist', expiresAt: null }) }) });
    expect(statusLine(state)).toBe('🏖️ At the dentist');
    expect(commands(state).filter(({ checked }) => checked)).toEqual([]);
  });

  it('lets the status be cleared while nobody knows whether there is one', () => {
    const state = aState({ status: aStatusView({ known: false, checkedAt: null }) });
    expect(statusLine(state)).toBe('Status not loaded yet');
    expect(itemOf(state, 'clear')?.enabled).toBe(true);
    const failed = { ...state, status: { ...state.status, error: offline } };
    expect(statusLine(failed)).toBe('No internet connection');
  });

  it('shows a change on its way at once, before the server answers', () => {
    const setting = aState({ change: aChange() });
    expect(statusLine(setting)).toBe('Setting “On vacation”…');
    expect(itemOf(setting, 'preset:vacation')?.checked).toBe(true);
    expect(itemOf(setting, 'clear')?.enabled).toBe(true);

    const clearing = aState({ status: onVacation, change: aChange({ status: null, presetId: null }) });
    expect(statusLine(clearing)).toBe('Clearing the status…');
    expect(itemOf(clearing, 'preset:vacation')?.checked).toBe(false);

    expect(statusLine(inRussian({ change: aChange({ status: aStatus({ title: 'Обед' }) }) }))).toBe('Ставим «Обед»…');
    expect(statusLine(inRussian({ change: aChange({ status: null }) }))).toBe('Сбрасываем статус…');
  });

  it.each([
    [4000, 4],
    [3001, 4],
    [1, 1],
    [0, 1],
    [-5000, 1],
  ])('counts whole seconds to the next try, never below one (%i ms: %i s)', (left, seconds) => {
    const waiting = aChange({ phase: 'waiting', retryAt: NOW + left });
    expect(statusLine(aState({ change: waiting }))).toBe(`“On vacation” will be sent again in ${seconds} s`);
    expect(statusLine(aState({ change: { ...waiting, status: null } }))).toBe(
      `Clearing will be tried again in ${seconds} s`,
    );
    expect(statusLine(inRussian({ change: waiting }))).toBe(`«On vacation»: ещё одна попытка через ${seconds} с`);
  });

  it('says why a change failed, offers to try again, and ticks what colleagues still see', () => {
    const state = aState({
      status: onVacation,
      change: aChange({ phase: 'failed', error: offline, presetId: 'lunch' }),
    });
    expect(asText(state).slice(0, 4)).toEqual([
      'Open Pachca Status',
      '---',
      'Not done: No internet connection',
      'Try again',
    ]);
    expect(itemOf(state, 'retry')?.command).toEqual({ name: 'status.retryChange', input: {} });
    expect(itemOf(state, 'preset:vacation')?.checked).toBe(true);
    const russian = inRussian({ change: aChange({ phase: 'failed', error: offline }) });
    expect(asText(russian)).toContain('Не получилось: Нет интернета');
  });

  it('goes back to the status once a change is done', () => {
    const state = aState({ status: onVacation, change: aChange({ phase: 'done' }) });
    expect(statusLine(state)).toBe('🏖️ On vacation · until Mon 30 Nov, 9:00');
    expect(itemOf(state, 'retry')).toBeUndefined();
  });

  it('greys out what a token without profile_status:write cannot do, once the token was checked', () => {
    const readOnly = signedIn({ scopes: ['profile_status:read'] });
    const change = aChange({ phase: 'failed', error: offline });
    const state = aState({ session: readOnly, status: onVacation, change });
    const enabled = trayMenu(state).flatMap((item) => ('enabled' in item && item.enabled ? [item.id] : []));
    expect(enabled).toEqual(['open', 'quit']);

    const unchecked = aState({ session: signedIn({ scopes: [], checked: false }), status: onVacation });
    expect(commands(unchecked).every((item) => item.enabled)).toBe(true);
    expect(asText(state)).toEqual(expect.arrayContaining(['(For another time ▸)', '(Extend ▸)']));
  });

  it('says what is wrong with the token and lets nothing be sent with it', () => {
    const problem = appError('token_revoked', { message: null });
    const state = aState({ session: signedIn({ problem }), status: onVacation, change: aChange() });
    expect(statusLine(state)).toBe('This token no longer works');
    expect(itemOf(state, 'preset:lunch')?.enabled).toBe(false);
    expect(itemOf(state, 'clear')?.enabled).toBe(false);
    expect(itemOf(state, 'open')?.enabled).toBe(true);
  });
});

describe('the presets in the tray menu', () => {
  const hidden = (...ids: string[]) =>
    aState().presets.map((preset) => ({ ...preset, hidden: ids.includes(preset.id) }));

  it('are those that are not hidden', () => {
    const state = aState({ presets: hidden('sick', 'lunch') });
    expect(itemOf(state, 'preset:sick')).toBeUndefined();
    expect(itemOf(state, 'preset:vacation')).toBeDefined();
    expect(textOf(submenuOf(state, 'for'))).toEqual([
      '🏖️ On vacation ▸',
      '📅 In a meeting ▸',
      '🎧 Focus ▸',
      '🏠 Working remotely ▸',
    ]);
    const none = aState({ presets: aState().presets.map((preset) => ({ ...preset, hidden: true })) });
    expect(asText(none)).toEqual(['Open Pachca Status', '---', 'No status', '---', '(Clear status)', '---', 'Quit']);
  });

  it('can be set for another time, with the moment of an end that stays the same for hours', () => {
    const ends = submenuOf(aState(), 'for:lunch');
    expect(textOf(ends)).toEqual([
      '30 min',
      '1 h',
      '2 h',
      '4 h',
      'Until the end of the day',
      'Until the end of work → 18:00',
      'Until a date…',
    ]);
    expect(textOf(submenuOf(inRussian(), 'for:lunch')).slice(3, 6)).toEqual([
      '4 ч',
      'До конца дня',
      'До конца работы → 18:00',
    ]);
    expect(itemOf(aState(), 'for:lunch:120')?.command).toEqual({
      name: 'status.applyPreset',
      input: { presetId: 'lunch', expiry: { kind: 'duration', minutes: 120 } },
    });
  });

  it('can be set for another time that makes sense: no half hour for a vacation, and any date', () => {
    expect(textOf(submenuOf(aState(), 'for:vacation'))).toEqual([
      'Until tomorrow morning → tomorrow, 9:00',
      'Until the end of the week → tomorrow, 23:59',
      'Until Monday → Mon 23 Nov, 9:00',
      'For a week → Sat 28 Nov, 9:00',
      'For two weeks → Sat 5 Dec, 9:00',
      'Don’t clear',
      'Until a date…',
    ]);
    expect(itemOf(aState(), 'for:vacation:date')?.command).toEqual({
      name: 'status.adjustPreset',
      input: { presetId: 'vacation' },
    });
    expect(itemOf(aState(), 'for:vacation:none')?.command.input).toEqual({
      presetId: 'vacation',
      expiry: { kind: 'none' },
    });
  });

  it('say with three dots that they ask for something', () => {
    const presets = aState().presets.map((preset) => ({ ...preset, asks: ['deputy' as const] }));
    expect(itemOf(aState({ presets }), 'preset:vacation')?.label).toBe('🏖️ On vacation…');
    // Who is not away has nobody who stands in.
    expect(itemOf(aState({ presets }), 'preset:lunch')?.label).toBe('🍽️ Lunch');
  });

  it('say so where their end has passed', () => {
    const [lunch] = aState().presets.filter(({ id }) => id === 'lunch');
    if (!lunch) throw new Error('there is no lunch');
    const presets = [{ ...lunch, expiry: { kind: 'time' as const, hour: 9, minute: 0 } }];
    expect(itemOf(aState({ presets }), 'preset:lunch')?.hint).toBe('this end has passed');
  });

  it('keep the menu as it is from minute to minute, so that an open one is not drawn anew', () => {
    const at = (now: number) => trayMenu(aState({ now, status: onVacation }));
    expect(at(NOW + 60_000)).toEqual(at(NOW));
  });
});

describe('what can be done about the status from the tray menu', () => {
  it('is to let it end later, where it has an end', () => {
    const state = aState({ status: onVacation });
    expect(asText(state)).toContain('Extend ▸');
    expect(textOf(submenuOf(state, 'extend'))).toEqual([
      '1 day → until Tue 1 Dec, 9:00',
      'Until Monday → until Mon 7 Dec, 9:00',
    ]);
    expect(itemOf(state, 'extend:day')?.command).toEqual({
      name: 'status.extend',
      input: { by: { kind: 'dateTime', date: '2026-12-01', hour: 9, minute: 0 } },
    });
    const short = aState({ status: aStatusView({ current: aStatus({ expiresAt: NOW + 3_600_000 }) }) });
    expect(textOf(submenuOf(short, 'extend'))).toEqual([
      '15 min → until 13:15',
      '30 min → until 13:30',
      '1 h → until 14:00',
    ]);
    expect(itemOf(short, 'extend:15')?.command).toEqual({
      name: 'status.extend',
      input: { by: { kind: 'duration', minutes: 15 } },
    });
    const endless = aState({ status: aStatusView({ current: aStatus({ expiresAt: null }) }) });
    expect(asText(endless)).not.toContain('Extend ▸');
    expect(asText(aState({ status: onVacation, change: aChange() }))).not.toContain('Extend ▸');
  });

  it('is to go back to the status that waits, and to clear all of it', () => {
    const over = { status: aStatusView({ current: aStatus({ title: 'Lunch' }) }), wayBack: vacation };
    expect(itemOf(aState(over), 'go-back')).toMatchObject({
      label: 'Back to 🏖️ On vacation',
      command: { name: 'status.goBack', input: {} },
    });
    expect(itemOf(aState(over), 'clear')?.label).toBe('Clear all');
    expect(itemOf(inRussian(over), 'go-back')?.label).toBe('Вернуть 🏖️ On vacation');
    expect(itemOf(inRussian(over), 'clear')?.label).toBe('Сбросить всё');
    expect(itemOf(aState({ status: onVacation }), 'go-back')).toBeUndefined();
  });

  it('is to undo the last change, by the name of what would be undone', () => {
    const undo = aState({ status: onVacation, undo: { status: null, of: vacation } });
    expect(asText(undo)).toContain('Undo “On vacation”');
    expect(itemOf(undo, 'undo')?.command).toEqual({ name: 'status.undo', input: {} });
    expect(asText(aState({ undo: { status: vacation, of: null } }))).toContain('Undo clearing');
    expect(asText(aState({ status: onVacation })).join()).not.toContain('Undo');
  });

  it('is not to return to an earlier one', () => {
    const state = aState({ status: onVacation, wayBack: aStatus({ title: 'Focus' }) });
    expect(asText(state)).toContain('Don’t return to “Focus”');
    expect(itemOf(state, 'forget-way-back')?.command).toEqual({ name: 'status.forgetWayBack', input: {} });
  });

  it('is to set a recent one again', () => {
    const [lunch] = aState().presets.filter(({ id }) => id === 'lunch');
    if (!lunch) throw new Error('there is no lunch');
    const state = aState({ recents: [{ ...planOf(lunch), id: 'r1', title: 'Dentist' }] });
    expect(asText(state)).toContain('Recent ▸');
    expect(textOf(submenuOf(state, 'recent'))).toEqual(['🍽️ Dentist → 1 h']);
    expect(itemOf(state, 'recent:r1')?.command).toEqual({ name: 'status.applyRecent', input: { id: 'r1' } });
  });

  it('is to send what waits for the network now, or to give it up', () => {
    const state = aState({ change: aChange({ phase: 'queued' }) });
    expect(asText(state).slice(2, 5)).toEqual(['“On vacation” waits for the network', 'Send now', 'Cancel']);
    expect(itemOf(state, 'send-now')?.command).toEqual({ name: 'status.sendNow', input: {} });
    expect(itemOf(state, 'cancel')?.command).toEqual({ name: 'status.dismissChange', input: {} });
    expect(itemOf(state, 'preset:vacation')?.checked).toBe(true);
    expect(statusLine(aState({ change: aChange({ phase: 'queued', status: null }) }))).toBe(
      'Clearing waits for the network',
    );
    expect(statusLine(inRussian({ change: aChange({ phase: 'queued', status: aStatus({ title: 'Обед' }) }) }))).toBe(
      '«Обед» ждёт сети',
    );
  });

  it('is to give up what waits for another try', () => {
    const state = aState({ change: aChange({ phase: 'waiting', retryAt: NOW + 4000 }) });
    expect(asText(state).slice(2, 4)).toEqual(['“On vacation” will be sent again in 4 s', 'Cancel']);
  });

  it.each([
    ['extend', 'Extending “On vacation”…', 'Продлеваем «On vacation»…'],
    ['undo', 'Undoing the last change…', 'Отменяем последнее изменение…'],
    ['wayBack', 'Going back to “On vacation”…', 'Возвращаем «On vacation»…'],
  ] as const)('is said while it happens: %s', (origin, english, russian) => {
    expect(statusLine(aState({ change: aChange({ origin }) }))).toBe(english);
    expect(statusLine(inRussian({ change: aChange({ origin }) }))).toBe(russian);
  });
});

describe('the tray menu of several accounts', () => {
  const meeting = aStatus({ emoji: '📅', title: 'In a meeting' });
  const accounts = threeAccounts().map((each) => (each.bot ? { ...each, status: meeting } : each));

  it('says which one it is about, in the tooltip as well', () => {
    const state = aState({ accounts });
    expect(asText(state).slice(0, 3)).toEqual(['Open Pachca Status', 'Account: Oleg Petrov ▸', '---']);
    expect(asText(inRussian({ accounts }))[1]).toBe('Аккаунт: Oleg Petrov ▸');
    expect(trayTooltip(state)).toBe('Pachca Status: No status · Oleg Petrov');
  });

  it('changes to another, of which it tells what colleagues see or what is wrong', () => {
    const state = aState({
      accounts,
      session: { phase: 'locked', name: null, error: appError('keychain_locked', {}) },
    });
    expect(textOf(submenuOf(state, 'accounts'))).toEqual([
      '✓ Oleg Petrov → 🏖️ On vacation',
      'Duty bot → 📅 In a meeting',
      'Oleg at Konstantin von und zu Hohenlohe-Langenburg & Sons → This token no longer works',
    ]);
    expect(itemOf(state, 'account:9')).toMatchObject({ command: { name: 'accounts.switch', input: { key: '9' } } });
  });

  it('has nothing of that where there is only one', () => {
    const state = aState({ accounts: accounts.slice(0, 1) });
    expect(asText(state)).toEqual(asText(aState()));
    expect(trayTooltip(state)).toBe('Pachca Status: No status');
  });
});

describe('the tray menu of somebody not signed in', () => {
  it.each<[string, AppState['session'], string[], string[]]>([
    ['signed out', { phase: 'signed-out' }, ['Sign in…', 'Not signed in'], ['Войти…', 'Вход не выполнен']],
    ['starting', { phase: 'starting' }, ['Open Pachca Status', 'Starting…'], ['Открыть Pachca Status', 'Запускаемся…']],
    [
      'locked',
      { phase: 'locked', name: 'Oleg Petrov', error: appError('keychain_locked', {}) },
      ['Open Pachca Status', 'The keychain is locked'],
      ['Открыть Pachca Status', 'Связка ключей заблокирована'],
    ],
    [
      'without a keychain',
      { phase: 'locked', name: null, error: appError('keychain_absent', { reason: 'no D-Bus' }) },
      ['Open Pachca Status', 'No keychain on this computer'],
      ['Открыть Pachca Status', 'На этом компьютере нет связки ключей'],
    ],
  ])('is short and says why: %s', (_, session, [open, line], [openInRussian, lineInRussian]) => {
    expect(asText(aState({ session }))).toEqual([open, '---', line, '---', 'Quit']);
    expect(asText(inRussian({ session }))).toEqual([openInRussian, '---', lineInRussian, '---', 'Выйти']);
  });

  it('keeps a failed change of an earlier account to itself', () => {
    const state = aState({ session: { phase: 'signed-out' }, change: aChange({ phase: 'failed', error: offline }) });
    expect(itemOf(state, 'retry')).toBeUndefined();
    expect(statusLine(state)).toBe('Not signed in');
  });
});

describe('the tray menu in any state', () => {
  it('carries only commands that the door takes', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const { command } of commands(state)) {
          expect(v.safeParse(commandInputs[command.name], command.input).success, command.name).toBe(true);
        }
      }),
    );
  });

  it('has items with ids of their own, opens first, quits last, and has no separator without something around it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const menu = trayMenu(state);
        const ids = everything(menu).flatMap((item) => (item.type === 'separator' ? [] : [item.id]));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids[0]).toBe('open');
        expect(ids.at(-1)).toBe('quit');
        for (const item of everything(menu)) {
          if (item.type === 'submenu') expect(item.items.length, item.id).toBeGreaterThan(0);
        }
        const types = menu.map(({ type }) => type).join(' ');
        expect(types).not.toMatch(/^separator|separator$|separator separator/);
        expect(itemOf(state, 'open')?.enabled).toBe(true);
        expect(itemOf(state, 'quit')?.enabled).toBe(true);
      }),
    );
  });

  it('ticks one preset at most', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(commands(state).filter(({ checked }) => checked).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the tooltip', () => {
  it('is the app’s name and the line of the menu', () => {
    expect(trayTooltip(aState({ status: onVacation }))).toBe('Pachca Status: 🏖️ On vacation · until Mon 30 Nov, 9:00');
  });

  it('fits Windows, which cuts a tooltip after 127 UTF-16 units', () => {
    const long = aStatus({ title: 'ш'.repeat(TITLE_LIMIT), expiresAt: Date.UTC(2027, 8, 29, 21, 59) });
    const american = aState({ dateLocale: 'en-US', status: aStatusView({ current: long }) });
    expect(trayTooltip(american).length).toBeLessThanOrEqual(127);
    fc.assert(
      fc.property(anyState, (state) => {
        expect(trayTooltip(state).length).toBeLessThanOrEqual(127);
      }),
    );
  });
});
