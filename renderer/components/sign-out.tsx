import type { Storage } from '../../shared/state.ts';
import { useApp, useCommand } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

/** Signs out; where the token cannot be removed, says so and offers to go all the same. */
export function SignOut({ storage }: { storage: Storage }) {
  const { t } = useApp();
  const { run, busy, error } = useCommand('session.signOut');
  return (
    <div className="sign-out">
      <div role="alert">
        {error && (
          <ErrorNote
            error={error}
            actions={
              <>
                <Button busy={busy} onClick={() => void run({ force: false })}>
                  {t.remedies.retry}
                </Button>
                <Button busy={busy} onClick={() => void run({ force: true })}>
                  {t.settings.forget}
                </Button>
              </>
            }
          >
            {t.settings.forgetHint}
          </ErrorNote>
        )}
      </div>
      {!error && (
        <Button busy={busy} onClick={() => void run({ force: false })}>
          {storage === 'demo' ? t.settings.leaveDemo : t.settings.signOut}
        </Button>
      )}
      {!error && storage === 'keychain' && <p className="hint">{t.settings.signOutHint}</p>}
    </div>
  );
}
