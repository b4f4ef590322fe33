/** Tokens, accounts and profiles for tests of the popover: each function makes something ordinary. */
import type { CheckedToken } from '../../shared/contract.ts';
import { appError } from '../../shared/errors.ts';
import type { ProfileView } from '../../shared/profile.ts';
import { neededScopes } from '../../shared/scopes.ts';
import { allScopes } from '../../shared/scopes/catalogue.ts';
import type { AccountSummary, TokenFacts } from '../../shared/state.ts';
import { aMeeting, anAccount, aStatus, NOW, signedIn } from './popover-states.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the server says of an ordinary token: made in January, used lately, without an end, checked at {@link NOW}. */
export const aToken = (over: Partial<TokenFacts> = {}): TokenFacts => ({
  id: 7001,
  name: 'Status on my laptop',
  masked: 'cH5kR9mN...x7Qp',
  createdAt: Date.UTC(2026, 0, 15, 10, 30),
  lastUsedAt: NOW - 20 * 60_000,
  expiresAt: null,
  checkedAt: NOW,
  ...over,
});

type SignedIn = ReturnType<typeof signedIn>;

/** An admin whose token may do all an admin's can: far more than the app needs. */
export const adminSession = (over: Partial<SignedIn> = {}): SignedIn =>
  signedIn({
    account: anAccount({ role: 'admin' }),
    token: aToken(),
    scopes: allScopes.filter((scope) => !scope.startsWith('bot_self')),
    ...over,
  });

/** An employee whose token lacks two of the five scopes. */
export const lackingSession = (over: Partial<SignedIn> = {}): SignedIn =>
  signedIn({
    account: anAccount(),
    token: aToken(),
    scopes: ['profile:read', 'profile_status:read', 'profile_status:write'],
    ...over,
  });

/** Someone demoted: scopes that only an admin may use are ticked and dead. The token ends in 45 minutes. */
export const demotedSession = (over: Partial<SignedIn> = {}): SignedIn =>
  signedIn({
    account: anAccount(),
    token: aToken({ createdAt: NOW - 10 * HOUR, expiresAt: NOW + 45 * 60_000, lastUsedAt: null }),
    scopes: [...neededScopes, 'users:read', 'users:create', 'user_status:write', 'telepathy:read'],
    scopeChange: { gained: ['users:read'], lost: ['chats:read', 'messages:read'] },
    ...over,
  });

/** The token in the field, as the server describes it. */
export const aCheckedToken = (over: Partial<CheckedToken> = {}): CheckedToken => ({
  account: anAccount({ role: 'admin' }),
  scopes: [...neededScopes],
  refused: [],
  problem: null,
  token: aToken(),
  replaces: null,
  server: null,
  ...over,
});

/** A bot's token that lacks the avatar. */
export const aBotsToken = (): CheckedToken =>
  aCheckedToken({
    account: anAccount({ userId: 9, name: 'Duty bot', nickname: 'duty', email: null, bot: true, role: 'user' }),
    scopes: neededScopes.filter((scope) => scope !== 'profile_avatar:write'),
    token: aToken({ name: null }),
  });

/** A token that may only read and write the status: it cannot even tell whose it is. */
export const aBlindToken = (): CheckedToken =>
  aCheckedToken({
    account: anAccount({ userId: 9, name: null, nickname: null, email: null, role: null, timeZone: null }),
    scopes: ['profile_status:read', 'profile_status:write'],
    token: aToken({ name: 'Status only', expiresAt: NOW + 8 * 60_000, createdAt: NOW - 52 * 60_000 }),
  });

/** A guest's token: everything is ticked, and the profile was refused. */
export const aGuestsToken = (): CheckedToken =>
  aCheckedToken({
    account: anAccount({ userId: 5, name: null, nickname: null, email: null, role: null, timeZone: null }),
    refused: ['profile:read'],
    problem: appError('access_denied', { message: 'Guests have no access to the API.' }),
  });

export const anAccountSummary = (over: Partial<AccountSummary> = {}): AccountSummary => ({
  key: '7',
  label: 'Oleg Petrov',
  nickname: 'olegp',
  bot: false,
  storage: 'keychain',
  server: null,
  current: false,
  status: null,
  problem: null,
  ...over,
});

/** Three: one in use, a bot with a status, one whose token was revoked. */
export const threeAccounts = (): readonly AccountSummary[] => [
  anAccountSummary({ current: true, status: aStatus() }),
  anAccountSummary({
    key: '9',
    label: 'Duty bot',
    nickname: 'duty',
    bot: true,
    storage: 'session',
    status: aMeeting(),
  }),
  anAccountSummary({
    key: '12',
    label: 'Oleg at Konstantin von und zu Hohenlohe-Langenburg & Sons',
    nickname: 'oleg.petrov',
    problem: appError('token_revoked', { message: 'Token was revoked' }, 'req-77'),
  }),
];

/** A profile with every kind of field, filled in and not. */
export const aProfile = (over: Partial<ProfileView> = {}): ProfileView => ({
  userId: 7,
  name: 'Oleg Petrov',
  nickname: 'olegp',
  email: 'oleg@acme.example',
  phoneNumber: null,
  fieldsError: null,
  department: '',
  title: 'Designer',
  role: 'admin',
  bot: false,
  sso: true,
  tags: ['Design', 'Moscow'],
  timeZone: 'Asia/Yekaterinburg',
  createdAt: NOW - 900 * DAY,
  lastActivityAt: NOW - 5 * 60_000,
  properties: [
    { id: 1, name: 'Birthday', dataType: 'date', value: '1990-05-14' },
    { id: 2, name: 'Desk', dataType: 'number', value: '12345678901234567890.5' },
    { id: 3, name: 'Portfolio', dataType: 'link', value: 'https://example.org/oleg/works?year=2026' },
    { id: 4, name: 'Old page', dataType: 'link', value: 'http://example.org/oleg' },
    { id: 5, name: 'T-shirt size', dataType: 'string', value: null },
    { id: 6, name: 'Likes', dataType: 'string', value: 'Tea, null pointers and long walks' },
  ],
  ...over,
});
