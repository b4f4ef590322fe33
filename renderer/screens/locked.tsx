import { useState } from 'react';
import { currentServer } from '../../shared/account-summary.ts';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/i18n/index.ts';
import { Button } from '../components/button.tsx';
import { LockIcon } from '../components/icons.tsx';
import { ErrorNote } from '../components/note.tsx';
import { SignOut } from '../components/sign-out.tsx';
import { useApp, useCommand, useEscape } from '../hooks.ts';
import { TokenForm } from '../components/lazy-token-form.ts';
import { OtherAccounts } from '../parts.ts';

/** An account is stored and its token cannot be read: say why, try again, or go another way. */
export function Locked({ name, error }: { name: string | null; error: AppError }) {
  const { state, t } = useApp();
  const retry = useCommand('session.retry');
  // Where the token is gone, a new one is the only way on.
  const gone = error.code === 'keychain_entry_missing';
  const [asked, setAsked] = useState(false);
  useEscape(asked ? () => setAsked(false) : null);

  const { title, advice } = errorText(state.locale, error);
  const server = currentServer(state);
  const isLocked = error.code === 'keychain_locked';
  return (
    <>
      <div className="hero hero--tall">
        <span className="hero__icon">
          <LockIcon />
        </span>
        <h1 className="hero__heading">{isLocked ? t.locked.heading : title}</h1>
        {name && (
          <p className="hero__name">
            <bdi>{name}</bdi>
          </p>
        )}
        <p className="hero__intro">
          {isLocked && <>{title}. </>}
          {advice}
        </p>
      </div>
      <div role="alert">{retry.error && retry.error.code !== error.code && <ErrorNote error={retry.error} />}</div>
      {!gone && (
        <Button variant="primary" busy={retry.busy} onClick={() => void retry.run({})}>
          {t.locked.retry}
        </Button>
      )}
      {gone || asked ? (
        <div className="card">
          <TokenForm autoFocus={asked} server={server === state.host.server ? null : server} />
        </div>
      ) : (
        <Button variant="wide" onClick={() => setAsked(true)}>
          {t.signIn.another}
        </Button>
      )}
      {state.accounts.length > 1 && <OtherAccounts />}
      <SignOut storage="keychain" centred explained={!gone} />
    </>
  );
}
