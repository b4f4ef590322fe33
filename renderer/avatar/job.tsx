import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { AvatarJob } from '../../shared/state.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/note.tsx';
import { Remedies } from '../components/remedies.tsx';
import { useStore } from '../hooks.ts';
import { jobText } from '../view/avatar.ts';
import { offeredFor } from '../view/remedies.ts';
import { useAvatarTexts } from './texts.ts';

/** How far a change of the picture has got; null = it is being prepared. */
export function JobProgress({ job }: { job: AvatarJob | null }) {
  const t = useAvatarTexts();
  const counts = job?.phase === 'running' && job.kind !== 'delete';
  return (
    <div className="job">
      <p className="job__text" role="status">
        {job ? jobText(job, t) : t.preparing}
      </p>
      {counts ? (
        <progress className="time-bar" aria-label={t.progress} value={job.progress} max={1} />
      ) : (
        <progress className="time-bar time-bar--open" aria-label={t.progress} />
      )}
    </div>
  );
}

interface JobFailureProps {
  error: AppError;
  kind: AvatarJob['kind'];
  /** The same once more; null where nobody knows what it was. */
  retry: (() => void) | null;
  /** The same without a way back, where that is possible. */
  anyway: (() => void) | null;
  busy: boolean;
  onDismiss: () => void;
  /** What was not lost. */
  children?: ReactNode;
}

/** Why the picture was not changed, and what can be done about it. */
export function JobFailure({ error, kind, retry, anyway, busy, onDismiss, children }: JobFailureProps) {
  const t = useAvatarTexts();
  const { send } = useStore();
  const forced = error.code === 'avatar_not_kept' && !error.params.temporary && anyway;
  return (
    <ErrorNote
      error={error}
      what={t.notDone[kind]}
      onDismiss={onDismiss}
      actions={
        <>
          <Remedies
            offered={error.code === 'avatar_not_kept' ? ['retry'] : offeredFor(error)}
            busy={busy}
            handlers={{
              ...(retry ? { retry } : {}),
              'token-help': () => void send('link.open', { link: 'tokens' }),
              'unlock-keychain': () => void send('session.retry', {}),
            }}
          />
          {forced && (
            <Button busy={busy} onClick={forced}>
              {kind === 'delete' ? t.anyway.delete : t.anyway.change}
            </Button>
          )}
        </>
      }
    >
      {children}
    </ErrorNote>
  );
}
