import type { Page } from 'playwright/test';
import type { CommandName } from '../../shared/contract.ts';
import { appError } from '../../shared/errors.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { AppState } from '../../shared/state.ts';
import { anAccount, aState, aStatus, signedIn } from './popover-states.ts';
import type { Popover } from './popover.ts';
import {
  aBlindToken,
  aBotsToken,
  aCheckedToken,
  aGuestsToken,
  adminSession,
  anAccountSummary,
  aProfile,
  demotedSession,
  lackingSession,
  threeAccounts,
} from './token-states.ts';

/** Longer than what a token may have and still look complete; nobody has it. */
export const someToken = 'a-token-nobody-has-0123456789-abcdefghij-xyz';

/** A look of the popover that takes more than a state to get to. */
export interface Look {
  readonly state: AppState;
  /** What commands are answered with on the way. */
  readonly answers?: readonly (readonly [CommandName, Result<unknown> | 'never'])[];
  /** From the first screen to this one. */
  readonly go: (page: Page) => Promise<void>;
}

/** Opens the popover at a look. */
export async function openLook(popover: Popover, look: Look): Promise<void> {
  await popover.open(look.state);
  for (const [name, result] of look.answers ?? []) await popover.answer(name, result);
  await look.go(popover.page);
}

const section = (page: Page, which: number) => page.getByRole('navigation').getByRole('button').nth(which).click();
const token = (page: Page) => section(page, -2);
const settings = (page: Page) => section(page, -1);
const profile = (page: Page) => page.getByRole('banner').getByRole('button').first().click();
const menu = (page: Page) => page.getByRole('banner').getByRole('button').nth(1).click();
const accounts = async (page: Page) => {
  await menu(page);
  await page.locator('.account-menu').getByRole('button').last().click();
};
const type = async (page: Page) => page.locator('.token-form input').fill(someToken);
const known = async (page: Page) => {
  await type(page);
  await page.locator('.checked-token').waitFor();
};

/** The looks of sign-in, the inspector, the profile, the accounts and the diagnostics, by name. */
export function looks(locale: Locale): Readonly<Record<string, Look>> {
  const state = (over: Parameters<typeof aState>[0] = {}): AppState => aState({ locale, ...over });
  const signedOut = state({ session: { phase: 'signed-out' } });
  const offline = appError('offline', { reason: 'ENOTFOUND' });
  const crowd = { accounts: threeAccounts(), status: { current: aStatus() } };
  const long = 'Konstantin Константинопольский von und zu Hohenlohe-Langenburg-Schillingsfürst';
  const longName = anAccount({
    role: 'multi_guest',
    name: long,
    nickname: 'konstantin_konstantinopolsky_the_very_first',
    email: 'konstantin.konstantinopolsky@a-very-long-company-name.example',
  });
  const diagnostics = Array.from({ length: 30 }, (_, line) => `line ${line}: ${'value '.repeat(line)}`).join('\n');

  return {
    'sign-in, with a token in the environment': {
      state: { ...signedOut, environmentToken: true },
      go: (page) => page.locator('.guide').waitFor(),
    },
    'sign-in, whose the environment’s token is': {
      state: { ...signedOut, environmentToken: true },
      answers: [['session.checkEnvironmentToken', ok(aCheckedToken())]],
      go: async (page) => {
        await page.locator('.note--info .button').click();
        await page.locator('.checked-token').waitFor();
      },
    },
    'sign-in, the guide to a bot’s token': {
      state: signedOut,
      go: (page) => page.locator('.guide .segmented__option').last().click(),
    },
    'sign-in, a person’s token': {
      state: signedOut,
      answers: [['session.checkToken', ok(aCheckedToken())]],
      go: known,
    },
    'sign-in, a bot’s token that lacks a scope': {
      state: signedOut,
      answers: [['session.checkToken', ok(aBotsToken())]],
      go: known,
    },
    'sign-in, a token that cannot tell whose it is': {
      state: signedOut,
      answers: [['session.checkToken', ok(aBlindToken())]],
      go: known,
    },
    'sign-in, a guest’s token': {
      state: signedOut,
      answers: [['session.checkToken', ok(aGuestsToken())]],
      go: known,
    },
    'sign-in, a long name and nothing ticked': {
      state: signedOut,
      answers: [['session.checkToken', ok(aCheckedToken({ account: longName, scopes: [] }))]],
      go: known,
    },
    'sign-in, a token the keychain does not take': {
      state: signedOut,
      answers: [
        ['session.checkToken', ok(aCheckedToken())],
        ['session.signIn', fail(appError('keychain_not_stored', { reason: 'locked' }))],
      ],
      go: async (page) => {
        await known(page);
        await page.keyboard.press('Enter');
        await page.locator('.token-form .note--error').waitFor();
      },
    },
    'token, an admin’s with far too much': { state: state({ session: adminSession() }), go: token },
    'token, one that lacks scopes': {
      state: state({ session: lackingSession() }),
      go: async (page) => {
        await token(page);
        await page.locator('.feature .button--link').first().click();
      },
    },
    'token, a demoted admin’s that ends soon': {
      state: state({ session: demotedSession() }),
      go: async (page) => {
        await token(page);
        await page.getByRole('searchbox').waitFor();
        for (const group of await page.locator('.scope-group summary').all()) await group.click();
      },
    },
    'token, the shorter list': {
      state: state({ session: adminSession() }),
      go: async (page) => {
        await token(page);
        await page.locator('.note--advice .button').click();
      },
    },
    'token, not checked yet': {
      state: state({ session: signedIn({ checked: false, scopes: [] }) }),
      answers: [['token.check', fail(offline)]],
      go: async (page) => {
        await token(page);
        await page.locator('.screen-head .button').click();
        await page.locator('.note--error').waitFor();
      },
    },
    'token, revoked': {
      state: state({
        session: adminSession({ problem: appError('token_revoked', { message: 'Token was revoked' }, 'req-77') }),
      }),
      go: async (page) => {
        await token(page);
        await page.locator('.token-form').waitFor();
      },
    },
    'token, a search': {
      state: state({ session: adminSession({ account: longName }) }),
      go: async (page) => {
        await token(page);
        await page.getByRole('searchbox').fill('status');
      },
    },
    'token, at a scope': {
      state: state({
        session: lackingSession(),
        accounts: [anAccountSummary({ current: true })],
        status: { known: false, error: appError('insufficient_scope', { scope: 'profile_avatar:write' }, 'req-1') },
      }),
      go: (page) => page.locator('.note .button').first().click(),
    },
    profile: {
      state: state({ session: adminSession() }),
      answers: [['profile.load', ok(aProfile())]],
      go: async (page) => {
        await profile(page);
        await page.locator('.profile').first().waitFor();
      },
    },
    'profile, long texts, without the workspace’s fields': {
      state: state({ session: adminSession({ account: longName }) }),
      answers: [
        [
          'profile.load',
          ok(
            aProfile({
              name: long,
              email: longName.email,
              title: 'Head of the department of very long words '.repeat(4),
              tags: Array.from({ length: 30 }, (_, index) => `tag-${index}`),
              timeZone: null,
              properties: [],
              fieldsError: appError('insufficient_scope', { scope: 'custom_properties:read' }),
              lastActivityAt: null,
            }),
          ),
        ],
      ],
      go: async (page) => {
        await profile(page);
        await page.locator('.profile').first().waitFor();
      },
    },
    'profile, without the scope': {
      state: state({ session: signedIn({ account: null, scopes: ['profile_status:write'] }) }),
      go: profile,
    },
    'profile, not read': {
      state: state({ session: adminSession() }),
      answers: [['profile.load', fail(offline)]],
      go: async (page) => {
        await profile(page);
        await page.locator('.note--error').waitFor();
      },
    },
    'accounts, the list in the header': { state: state(crowd), go: menu },
    accounts: { state: state(crowd), go: accounts },
    'accounts, one status for all': {
      state: state(crowd),
      answers: [
        [
          'status.applyPresetToAll',
          ok([
            { key: '7', error: null },
            { key: '9', error: appError('insufficient_scope', { scope: 'profile_status:write' }) },
            { key: '12', error: appError('token_revoked', { message: null }) },
          ]),
        ],
      ],
      go: async (page) => {
        await accounts(page);
        await page.locator('.apply-all .button').click();
        await page.locator('.will-work').waitFor();
      },
    },
    'accounts, one that cannot be removed': {
      state: state(crowd),
      answers: [
        ['accounts.remove', fail(appError('keychain_not_removed', { service: 'Pachca Status', account: 'user-7' }))],
      ],
      go: async (page) => {
        await accounts(page);
        const first = page.locator('.account').first();
        await first.locator('.account__actions .button').last().click();
        await first.locator('.button--danger').click();
        await first.locator('.note--error').waitFor();
      },
    },
    'accounts, a new name': {
      state: state(crowd),
      go: async (page) => {
        await accounts(page);
        await page.locator('.account').last().locator('.account__actions .button').first().click();
      },
    },
    'accounts, one more': {
      state: state({ ...crowd, environmentToken: true }),
      go: async (page) => {
        await menu(page);
        await page.locator('.account-menu').getByRole('button').nth(-2).click();
        await page.locator('.guide').waitFor();
      },
    },
    'locked, with other accounts': {
      state: state({
        ...crowd,
        session: { phase: 'locked', name: 'Oleg Petrov', error: appError('keychain_locked', {}) },
      }),
      go: (page) => page.locator('.account-menu__list').waitFor(),
    },
    diagnostics: {
      state: state({ session: adminSession() }),
      answers: [['diagnostics.collect', ok(diagnostics)]],
      go: async (page) => {
        await settings(page);
        await page.locator('section:has(.diagnostics) .section__head .button').click();
        await page.locator('pre').waitFor();
      },
    },
  };
}
