import { useState } from 'react';
import type { CheckedToken } from '../../shared/contract.ts';
import { signInTexts } from '../../shared/i18n/areas/signIn.ts';
import { useApp, useCommand } from '../hooks.ts';
import { offeredAtField } from '../view/remedies.ts';
import { Button } from './button.tsx';
import { CheckedTokenCard } from './checked-token.tsx';
import { ErrorNote, Note } from './note.tsx';
import { Remedies } from './remedies.tsx';

/**
 * Offers the token of the environment, where there is one: first whose it is, then keeping it. The page never sees it.
 */
export function EnvironmentToken({ onSignedIn }: { onSignedIn?: () => void }) {
  const { state } = useApp();
  const all = signInTexts(state.locale);
  const t = all.environment;
  const check = useCommand('session.checkEnvironmentToken');
  const signIn = useCommand('session.signInFromEnvironment');
  const [known, setKnown] = useState<CheckedToken | null>(null);
  if (!state.environmentToken) return null;

  const look = async () => {
    const result = await check.run({});
    if (result?.ok) setKnown(result.value);
  };
  const keep = async (storage: 'keychain' | 'session') => {
    const result = await signIn.run({ storage });
    if (result?.ok) onSignedIn?.();
  };
  const leave = () => {
    setKnown(null);
    check.setError(null);
    signIn.setError(null);
  };
  const error = signIn.error ?? check.error;
  return (
    <section className="environment" aria-label={t.title}>
      {!known && !error && (
        <Note
          tone="info"
          title={t.title}
          actions={
            <Button busy={check.busy} onClick={() => void look()}>
              {t.look}
            </Button>
          }
        >
          <p>{t.text}</p>
        </Note>
      )}
      {known && <CheckedTokenCard checked={known} userId={null} />}
      <div role="alert">
        {error && (
          <ErrorNote
            error={error}
            what={t.title}
            actions={
              <Remedies
                offered={offeredAtField(error)}
                busy={check.busy || signIn.busy}
                handlers={{
                  retry: () => void (known ? keep('keychain') : look()),
                  'unlock-keychain': () => void keep('keychain'),
                  'use-session': () => void keep('session'),
                }}
              />
            }
            onDismiss={leave}
          />
        )}
      </div>
      {known && (
        <div className="environment__actions">
          <Button onClick={leave}>{t.cancel}</Button>
          <Button variant="strong" busy={signIn.busy} onClick={() => void keep('keychain')}>
            {signIn.busy ? all.continuing : all.continue}
          </Button>
        </div>
      )}
    </section>
  );
}
