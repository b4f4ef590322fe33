import type { ChangeOutcome, HandlersOf, PresetOutcome } from '../../../shared/contract.ts';
import type { statusInputs } from '../../../shared/contract/status.ts';
import { appError } from '../../../shared/errors.ts';
import type { ExpiryRule } from '../../../shared/expiry.ts';
import { planContext, sourceOf, statusOf } from '../../../shared/plan.ts';
import { isPresent, planOf, questionsOf, type Preset } from '../../../shared/presets.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import type { StatusPlan, WayBack } from '../../../shared/schemas.ts';
import { currentAt } from '../../../shared/status.ts';
import type { LiveAccount } from '../accounts.ts';
import { rememberRecent } from '../recents.ts';
import type { Wanted } from '../status/memory.ts';
import { onAccount, tell, writable, type HandlerContext } from './context.ts';

const clear: Wanted = { status: null, source: null, plan: null, presetId: null, origin: 'person', wayBack: null };

/** Setting, extending, clearing and undoing the status, and keeping what is being written. */
export function statusHandlers(
  context: HandlerContext,
  refresh: () => Promise<Result<null>>,
): HandlersOf<typeof statusInputs> {
  let adjustings = 0;
  const { host, newId, presets, session, store } = context;

  /** What setting a plan means in an account now. */
  function wantedOf(plan: StatusPlan, presetId: string | null, wayBack: WayBack): Result<Wanted> {
    // The zone and the language of this moment: the person may have travelled since the last snapshot.
    store.publish();
    const now = planContext(store.state());
    const status = statusOf(plan, store.state().now, now);
    if (!status.ok) return status;
    const source = sourceOf(plan, now.locale);
    const made = { plan, presetId, locale: now.locale };
    return ok({ status: status.value, source, made, plan, presetId, origin: 'person', wayBack });
  }

  async function set(
    account: LiveAccount,
    plan: StatusPlan,
    presetId: string | null,
    wayBack: WayBack = null,
  ): Promise<Result<ChangeOutcome>> {
    const wanted = wantedOf(plan, presetId, wayBack);
    if (!wanted.ok) return wanted;
    const result = await account.status.change(wanted.value);
    if (result.ok && result.value !== 'superseded') rememberRecent(store, account.key, plan, newId);
    return result;
  }

  /** A change of the account in use, told by the system where it fails out of sight. */
  async function change<T extends PresetOutcome>(
    run: (account: LiveAccount) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const account = writable(context);
    return tell(context, account.ok ? await run(account.value) : account);
  }

  const presetOf = (id: string): Result<Preset> => {
    const preset = presets.find(id);
    return preset ? ok(preset) : fail(appError('preset_missing', { id }));
  };

  /** Asks in the popover for what is to be different, or is not known yet. */
  function adjust(presetId: string, expiry?: ExpiryRule): Result<null> {
    const preset = presetOf(presetId);
    if (!preset.ok) return preset;
    adjustings += 1;
    store.update({ adjusting: { id: adjustings, presetId, expiry: expiry ?? null } });
    host.openPopover();
    return done;
  }

  async function applyPreset(
    account: LiveAccount,
    presetId: string,
    expiry?: ExpiryRule,
  ): Promise<Result<PresetOutcome>> {
    const preset = presetOf(presetId);
    if (!preset.ok) return preset;
    if (questionsOf(preset.value).some((question) => question !== 'end' || !expiry)) {
      const asked = adjust(presetId, expiry);
      return asked.ok ? ok('asked') : asked;
    }
    // Only a duration begins anew; what it looks like now may be old, so the server is asked before nothing is done.
    if (!expiry && holdsAlready(account, preset.value)) {
      const seen = await account.status.refresh();
      if (!seen.ok || holdsAlready(account, preset.value)) return seen.ok ? ok('done') : seen;
    }
    return set(account, planOf(preset.value, expiry), presetId);
  }

  /** Whether setting a preset would only set once more what holds. */
  function holdsAlready({ key }: LiveAccount, preset: Preset): boolean {
    const status = store.account(key)?.status;
    if (!status || preset.expiry.kind === 'duration') return false;
    return isPresent(preset, { current: currentAt(status.current, store.state().now), source: status.source });
  }

  return {
    'status.refresh': refresh,
    'status.set': ({ plan, wayBack, presetId }) => change((account) => set(account, plan, presetId ?? null, wayBack)),
    'status.applyPreset': ({ presetId, expiry }) => change((account) => applyPreset(account, presetId, expiry)),
    'status.adjustPreset': ({ presetId, expiry }) => Promise.resolve(adjust(presetId, expiry)),
    'status.adjustingShown': ({ id }) => {
      if (store.facts.adjusting?.id === id) store.update({ adjusting: null });
      return Promise.resolve(done);
    },
    'status.applyPresetToAll': async ({ presetId }) => {
      const preset = presetOf(presetId);
      if (!preset.ok) return preset;
      const results = await Promise.all(
        session.all().map(async (account) => {
          const result = await set(account, planOf(preset.value), presetId);
          return { key: account.key, error: result.ok ? null : result.error };
        }),
      );
      return ok(results);
    },
    'status.applyRecent': ({ id }) =>
      change(async (account) => {
        const recent = store.accountData(account.key).recents.find((each) => each.id === id);
        if (!recent) return fail(appError('nothing_to_do', {}));
        return set(account, planOf(recent), null);
      }),
    'status.extend': ({ by }) => change((account) => account.status.extend(by)),
    'status.clear': () => change((account) => account.status.change(clear)),
    'status.undo': () => change((account) => account.status.undo()),
    'status.goBack': () => change((account) => account.status.goBack()),
    'status.forgetWayBack': () => onAccount(context, (account) => account.status.forgetWayBack()),
    'status.retryChange': () =>
      change(async (account) => {
        const failed = account.status.failed();
        if (!failed) return ok('superseded');
        return failed.plan ? set(account, failed.plan, failed.presetId, failed.wayBack) : account.status.change(failed);
      }),
    'status.dismissChange': () => onAccount(context, (account) => account.status.dismiss()),
    'status.sendNow': () => change((account) => account.status.networkBack()),
    'status.letEnd': () => onAccount(context, (account) => account.status.letEnd()),

    'draft.save': ({ account, draft }) => {
      if (!store.account(account)) return Promise.resolve(fail(appError('account_missing', { key: account })));
      store.saveAccountData(account, { draft });
      return Promise.resolve(done);
    },
  };
}
