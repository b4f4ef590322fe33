import { useId, useState, type SyntheticEvent } from 'react';
import { accountsTexts } from '../../shared/i18n/areas/accounts.ts';
import type { AccountSummary } from '../../shared/state.ts';
import { useApp, useCommand, useEscape, useNow } from '../hooks.ts';
import { useGo } from '../place.ts';
import { accountLine, accountName } from '../../shared/account-summary.ts';
import { offeredFor } from '../view/remedies.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

/** The longest name the command takes, in UTF-16 units. */
const NAME_LIMIT = 100;

/** One account: how it is doing, and switching to it, naming it, removing it. */
export function AccountCard({ account }: { account: AccountSummary }) {
  const { state, t: all } = useApp();
  const go = useGo();
  const now = useNow();
  const t = accountsTexts(state.locale);
  const change = useCommand('accounts.switch');
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const name = accountName(account, state.locale);
  const stop = () => setDoing(null);
  return (
    <li className="card account">
      <div className="account__head">
        <div className="account__text">
          <p className="account__name">
            <bdi title={name}>{name}</bdi>
            {account.current && <Badge tone="accent">{t.current}</Badge>}
            {account.bot && <Badge tone="quiet">{t.bot}</Badge>}
            {account.storage === 'demo' && <Badge tone="quiet">{t.demo}</Badge>}
          </p>
          {account.nickname && account.label && <p className="hint">@{account.nickname}</p>}
          {account.server !== null && <p className="hint">{account.server}</p>}
          {account.storage === 'session' && <p className="hint">{t.inMemory}</p>}
          {!account.problem && <p className="account-line">{accountLine(account, now, state.locale)}</p>}
        </div>
        {!account.current && (
          <Button busy={change.busy} onClick={() => void change.run({ key: account.key })}>
            {t.use}
          </Button>
        )}
      </div>
      {account.problem && (
        <ErrorNote
          tone="advice"
          error={account.problem}
          actions={
            offeredFor(account.problem).includes('new-token') && (
              <Button onClick={() => go({ name: 'add-account' })}>{all.remedies['new-token']}</Button>
            )
          }
        />
      )}
      <div role="alert">{change.error && <ErrorNote error={change.error} />}</div>
      {doing === 'rename' && <Rename account={account} done={stop} />}
      {doing === 'remove' && <Remove account={account} name={name} stop={stop} />}
      {doing === null && (
        <div className="account__actions">
          <Button variant="link" aria-label={t.renameFor(name)} onClick={() => setDoing('rename')}>
            {t.rename}
          </Button>
          <Button variant="link" aria-label={t.removeFor(name)} onClick={() => setDoing('remove')}>
            {t.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

/** A name of the person's own for an account. */
function Rename({ account, done }: { account: AccountSummary; done: () => void }) {
  const { state } = useApp();
  const t = accountsTexts(state.locale);
  const id = useId();
  const [label, setLabel] = useState(account.label ?? '');
  const { run, busy, error } = useCommand('accounts.rename');
  useEscape(done);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await run({ key: account.key, label });
    if (result?.ok) done();
  };
  return (
    <form className="account__form" onSubmit={(event) => void save(event)} noValidate>
      <label className="label" htmlFor={id}>
        {t.newName}
      </label>
      <div className="field">
        <input
          id={id}
          className="field__input"
          autoFocus
          autoComplete="off"
          maxLength={NAME_LIMIT}
          value={label}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <p id={`${id}-hint`} className="hint">
        {t.newNameHint}
      </p>
      <div role="alert">{error && <ErrorNote error={error} />}</div>
      <div className="account__buttons">
        <Button onClick={done}>{t.cancel}</Button>
        <Button type="submit" variant="strong" busy={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

/** Asks before it removes; where the token cannot be removed from the keychain, says so and offers to go all the same. */
function Remove({ account, name, stop }: { account: AccountSummary; name: string; stop: () => void }) {
  const { state, t: all } = useApp();
  const t = accountsTexts(state.locale);
  const { run, busy, error } = useCommand('accounts.remove');
  useEscape(stop);
  const remove = (force: boolean) => void run({ key: account.key, force });
  return (
    <div className="account__form" role="group" aria-label={t.removeQuestion(name)}>
      <p className="account__question">{t.removeQuestion(name)}</p>
      <p className="hint">{account.storage === 'keychain' ? t.removeHint : t.removeSessionHint}</p>
      <div role="alert">{error && <ErrorNote error={error} />}</div>
      <div className="account__buttons">
        <Button autoFocus onClick={stop}>
          {t.cancel}
        </Button>
        {error ? (
          <>
            <Button busy={busy} onClick={() => remove(false)}>
              {all.remedies.retry}
            </Button>
            <Button variant="danger" busy={busy} onClick={() => remove(true)}>
              {t.removeAnyway}
            </Button>
          </>
        ) : (
          <Button variant="danger" busy={busy} onClick={() => remove(false)}>
            {t.remove}
          </Button>
        )}
      </div>
    </div>
  );
}
