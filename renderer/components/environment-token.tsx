import { signInTexts } from '../../shared/i18n/areas/signIn.ts';
import { useApp, useCommand } from '../hooks.ts';
import { offeredAtField } from '../view/remedies.ts';
import { Button } from './button.tsx';
import { ErrorNote, Note } from './note.tsx';
import { Remedies } from './remedies.tsx';

/** Offers the token of the environment, where there is one. The page never sees it. */
export function EnvironmentToken({ onSignedIn }: { onSignedIn?: () => void }) {
  const { state } = useApp();
  const t = signInTexts(state.locale).environment;
  const signIn = useCommand('session.signInFromEnvironment');
  if (!state.environmentToken) return null;

  const take = async (storage: 'keychain' | 'session') => {
    const result = await signIn.run({ storage });
    if (result?.ok) onSignedIn?.();
  };
  return (
    <>
      {!signIn.error && (
        <Note
          tone="info"
          title={t.title}
          actions={
            <Button busy={signIn.busy} onClick={() => void take('keychain')}>
              {t.use}
            </Button>
          }
        >
          <p>{t.text}</p>
        </Note>
      )}
      <div role="alert">
        {signIn.error && (
          <ErrorNote
            error={signIn.error}
            what={t.title}
            actions={
              <Remedies
                offered={offeredAtField(signIn.error)}
                busy={signIn.busy}
                handlers={{
                  retry: () => void take('keychain'),
                  'unlock-keychain': () => void take('keychain'),
                  'use-session': () => void take('session'),
                }}
              />
            }
            onDismiss={() => signIn.setError(null)}
          />
        )}
      </div>
    </>
  );
}
