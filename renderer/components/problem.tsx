import { useApp, useCommand } from '../hooks.ts';
import { TokenForm } from './lazy-token-form.ts';
import { offeredFor } from '../view/remedies.ts';
import { ErrorNote } from './note.tsx';
import { Remedies } from './remedies.tsx';

/** What keeps the account in use from working, with the field for a new token in place; null = nothing does. */
export function Problem() {
  const { state } = useApp();
  const retry = useCommand('session.retry');
  const { session } = state;
  if (session.phase !== 'signed-in' || session.problem === null) return null;
  const offered = offeredFor(session.problem);
  return (
    <section className="section">
      <div role="alert">
        <ErrorNote
          error={retry.error ?? session.problem}
          actions={
            <Remedies
              offered={offered}
              busy={retry.busy}
              handlers={{ retry: () => void retry.run({}), 'unlock-keychain': () => void retry.run({}) }}
            />
          }
        />
      </div>
      {offered.includes('new-token') && (
        <div className="card">
          <TokenForm userId={session.account?.userId ?? null} />
        </div>
      )}
    </section>
  );
}
