import { cast } from './people.ts';
import { scopesFor } from './scopes.ts';

/**
 * The tokens of the demo workspace by what they show. They look like real ones and guard nothing: everything behind
 * them is invented.
 *
 * - `full`: Oleg's, every scope an admin can hold (more than the app needs).
 * - `status-only`: Oleg's, `profile_status:read` and `:write`; it cannot even read whose it is.
 * - `read-only`: Oleg's, the reading half of the app's five scopes.
 * - `no-scope`: Oleg's, nothing ticked.
 * - `bot`: the duty bot's; its "own profile" is the bot's.
 * - `revoked`: answers 401.
 * - `employee`: Anna's, role `user`, the app's five scopes and `users:read`.
 * - `demoted`: Viktor's, made while he was an admin; he is a `user` now.
 * - `expiring`: Oleg's, from a browser sign-in; dies one hour after the workspace was made.
 * - `guest`: answers `access_denied`.
 * - `suspended`: its owner is suspended; answers 401.
 */
export const demoTokens = {
  full: 'JttqByj2LxIsBuvt8Hu8znEXqPAQP7RD_IwCGH_e7BQ',
  'status-only': 'CDTDv7Ja1jBdIn1ynDPkEGKbdQ3SDGeag7jnQK__9rI',
  'read-only': 'TwAnqVrxhdPk1Iw0ucjeqYNQxre1-if6NLSRq24gSH8',
  'no-scope': 'O3Q8jH1S9zoJyKRXP3sDKoMwsSuh2a8y056H-miWcgI',
  bot: 'jTcD7ePm2Yo8mglLixxzs3dWHQ5rFMDsp5GqiX67rLY',
  revoked: 'L1pMv58qD_29xkNH53wmW01fKhVlGEDTXxBA_WeF8zI',
  employee: 'c_DqafDDd0o8KYj0QIMPLLvc4zHM7FteEJZXuCl9gy8',
  demoted: '6feFKRaYd0nUJEHOhOpkq_W2ADOLhHRiWXYWpifg7tM',
  expiring: 'jx0lKy1EjRXSEQH2Pf0Gq1qZ7q0TwajuSUgXfIcp3LM',
  guest: 'jqnM9PwwWUpDZvtLUfcko9xncf4W6NP6fzshldk9tbU',
  suspended: 'NXpI_6souJXEMzvBCokc5Rcmmc8GlisEBHXmHcBHjUs',
} as const;

export type DemoTokens = typeof demoTokens;
export type DemoTokenName = keyof DemoTokens;

/** A token as the server holds it. Instants are epoch milliseconds. */
export interface TokenRecord {
  readonly kind: DemoTokenName;
  readonly id: number;
  readonly secret: string;
  /** The name given in the web interface; null for a bot's token. */
  readonly label: string | null;
  readonly userId: number;
  scopes: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number | null;
  revoked: boolean;
  lastUsedAt: number | null;
}

/** A browser sign-in lives this long. */
const BROWSER_TOKEN_MS = 3_600_000;

const appScopes = [
  'profile:read',
  'profile_status:read',
  'profile_status:write',
  'profile_avatar:write',
  'custom_properties:read',
];

/** The tokens at the start of a workspace. `now` is that moment in epoch milliseconds. */
export function issueTokens(now: number): TokenRecord[] {
  const token = (
    kind: DemoTokenName,
    id: number,
    userId: number,
    scopes: readonly string[],
    more: Partial<TokenRecord> = {},
  ): TokenRecord => ({
    kind,
    id,
    secret: demoTokens[kind],
    label: 'Status on my laptop',
    userId,
    scopes,
    createdAt: Date.UTC(2026, 0, 15, 10, 30),
    expiresAt: null,
    revoked: false,
    lastUsedAt: null,
    ...more,
  });
  return [
    token('full', 7001, cast.oleg, scopesFor('admin')),
    token('status-only', 7002, cast.oleg, ['profile_status:read', 'profile_status:write'], { label: 'Status only' }),
    token('read-only', 7003, cast.oleg, ['profile:read', 'profile_status:read', 'custom_properties:read'], {
      label: 'Read only',
    }),
    token('no-scope', 7004, cast.oleg, [], { label: 'Nothing ticked' }),
    token('bot', 7005, cast.bot, [...appScopes, 'bot_self:write'], { label: null }),
    token('revoked', 7006, cast.oleg, appScopes, { label: 'Old laptop', revoked: true }),
    token('employee', 7007, cast.anna, [...appScopes, 'users:read']),
    token('demoted', 7008, cast.demoted, [...appScopes, 'users:read', 'users:create', 'user_status:write']),
    token('expiring', 7009, cast.oleg, appScopes, {
      label: 'Browser sign-in',
      createdAt: now,
      expiresAt: now + BROWSER_TOKEN_MS,
    }),
    token('guest', 7010, cast.guest, appScopes),
    token('suspended', 7011, cast.suspended, appScopes),
  ];
}
