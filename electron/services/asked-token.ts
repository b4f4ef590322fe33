import type { CheckedToken } from '../../shared/contract.ts';
import { appError, isForbidden, isShutOut } from '../../shared/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { accountOf, clientFor, NOBODY, type AccountPorts, type Server } from './accounts.ts';
import { completeApiUrl } from './pachca/api-url.ts';
import type { PachcaClient } from './pachca/client.ts';
import type { Paces } from './pachca/pace.ts';
import type { TokenInfo } from './pachca/schemas.ts';
import { checkToken } from './pachca/token.ts';

/** Whose token it is, as far as that could be asked. */
type FirstAccount = Pick<CheckedToken, 'account' | 'refused' | 'problem'>;

/** A token the server knows, and all that was found out with it. */
export interface Asked extends FirstAccount {
  readonly token: string;
  readonly server: Server;
  readonly client: PachcaClient;
  readonly info: TokenInfo;
}

/** What asking whose a token is needs. */
interface AskerPorts extends Pick<AccountPorts, 'clock' | 'random'> {
  /** The usual server. */
  readonly server: Server;
  readonly paces: Paces;
}

/** Makes what asks a server whose a token is, before anything of it is kept. */
export function createTokenAsker(
  ports: AskerPorts,
): (rawToken: string, address: string | null) => Promise<Result<Asked>> {
  /** The server of an address that the person typed; null = the usual one. */
  function serverAt(address: string | null): Result<Server> {
    if (address === null || address.trim() === '') return ok(ports.server);
    const apiUrl = completeApiUrl(address);
    return apiUrl.ok ? ok({ ...ports.server, apiUrl: apiUrl.value }) : fail(appError('server_address', {}));
  }

  async function ask(rawToken: string, address: string | null): Promise<Result<Asked>> {
    const checked = checkToken(rawToken);
    if (!checked.ok) return checked;
    const server = serverAt(address);
    if (!server.ok) return server;
    const client = clientFor(ports, server.value, checked.value);
    const info = await client.tokenInfo();
    if (!info.ok) return info;
    const first = await firstAccount(client, info.value);
    return ok({ token: checked.value, server: server.value, client, info: info.value, ...first });
  }

  /** Who the token belongs to, before the sign-in is done: the person should never see a nameless account for a moment. */
  async function firstAccount(client: PachcaClient, info: TokenInfo): Promise<FirstAccount> {
    const profile = info.scopes.includes('profile:read') ? await client.profile() : null;
    if (profile?.ok) return { account: accountOf(profile.value), refused: [], problem: null };
    // Without the profile the status tells as well whether the owner is let in at all.
    const asked = profile ?? (info.scopes.includes('profile_status:read') ? await client.status() : null);
    return {
      account: { ...NOBODY, userId: info.userId, bot: info.name === null },
      refused: profile && isForbidden(profile.error) ? ['profile:read'] : [],
      problem: asked && !asked.ok && isShutOut(asked.error) ? asked.error : null,
    };
  }

  return ask;
}
