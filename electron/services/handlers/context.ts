import { appError } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/i18n/index.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import type { LiveAccount } from '../accounts.ts';
import type { ErrorLog } from '../diagnostics.ts';
import type { Clock, Host, Log } from '../ports.ts';
import type { PresetService } from '../presets.ts';
import type { SessionService } from '../session.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store.ts';
import type { TokenVault } from '../token-vault.ts';

/** What the handlers of the commands work with. */
export interface HandlerContext {
  readonly clock: Clock;
  readonly host: Host;
  readonly log: Log;
  readonly newId: () => string;
  readonly settings: Settings;
  readonly store: Store;
  readonly vault: TokenVault;
  readonly session: SessionService;
  readonly presets: PresetService;
  /** What failed lately, for the diagnostics. */
  readonly errors: ErrorLog;
  /** What the diagnostics tell of the app itself. */
  readonly apiUrl: string;
  readonly runtime: { readonly versions: Readonly<Partial<Record<string, string>>>; readonly arch: string };
}

/** What a command that needs an account answers where there is none. */
export const signedOut = (): ReturnType<typeof fail> => fail(appError('signed_out', {}));

/** Does something for the account in use; `signed_out` where there is none. */
export async function withAccount<T>(
  { session }: HandlerContext,
  run: (account: LiveAccount) => Promise<Result<T>>,
): Promise<Result<T>> {
  const account = session.current();
  return account ? run(account) : signedOut();
}

/** The same for what cannot fail and takes no time. */
export const onAccount = (context: HandlerContext, run: (account: LiveAccount) => void): Promise<Result<null>> =>
  withAccount(context, (account) => act(() => run(account)));

/** The account in use, ready to be changed; the failure that stands in its way otherwise. */
export function writable({ session, store }: HandlerContext): Result<LiveAccount> {
  const account = session.current();
  if (!account) return signedOut();
  const { session: facts } = store.account(account.key) ?? {};
  return facts?.phase === 'signed-in' && facts.problem ? fail(facts.problem) : ok(account);
}

/** A change asked for from the menu fails out of sight; the system says so. */
export function tell<T>({ host, store }: HandlerContext, result: Result<T>): Result<T> {
  if (result.ok || host.popoverVisible()) return result;
  const { title, advice } = errorText(store.state().locale, result.error);
  host.notify({ title, body: advice });
  return result;
}

/** The answer of a command that cannot fail. */
export function act(run: () => void): Promise<Result<null>> {
  run();
  return Promise.resolve(done);
}
