import type { Storage } from '../../shared/state.ts';
import { useApp, useCommand } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

interface SignOutProps {
  storage: Storage;
  /** Below a message in the middle rather than in a card. */
  centred?: boolean;
  /** False where there is nothing left to remove. */
  explained?: boolean;
}

/** Signs out; where the token cannot be removed, says so and offers to go all the same. */
export function SignOut({ storage, centred = false, explained = storage === 'keychain' }: SignOutProps) {
  const { t } = useApp();
  const { run, busy, error } = useCommand('session.signOut');
  return (
    <div className={centred ? 'sign-out sign-out--centred' : 'sign-out'}>
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
            {/* That error says it already. */}
            {error.code === 'keychain_not_removed' ? null : t.settings.forgetHint}
          </ErrorNote>
        )}
      </div>
      {!error && (
        <Button variant={centred ? 'link' : 'plain'} busy={busy} onClick={() => void run({ force: false })}>
          {storage === 'demo' ? t.settings.leaveDemo : t.settings.signOut}
        </Button>
      )}
      {!error && explained && <p className="hint">{t.settings.signOutHint}</p>}
    </div>
  );
}
