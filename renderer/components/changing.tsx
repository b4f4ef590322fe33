import { useState } from 'react';
import type { Messages } from '../../shared/i18n/index.ts';
import type { AppState, Change } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import { canWrite, secondsUntilRetry } from '../../shared/tray-menu.ts';
import { useCommand } from '../hooks.ts';
import { doingText, named } from '../view/home.ts';
import { untilText } from '../view/moment.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { ClockIcon } from './icons.tsx';
import { ErrorNote } from './note.tsx';
import { Said } from './said.tsx';

interface ChangingProps {
  change: Change;
  /** What colleagues see until then; null = no status, undefined = not known. */
  before: Status | null | undefined;
  state: AppState;
  t: Messages;
  now: number;
}

/** A change that is on its way: what was asked for, how far it got, and what colleagues see until then. */
export function Changing({ change, before, state, t, now }: ChangingProps) {
  const { home, actions } = t;
  const queued = change.phase === 'queued';
  const badge = queued ? (
    <Badge tone="quiet">{actions.waitsForNetwork}</Badge>
  ) : (
    <Badge tone="accent">
      <ClockIcon />
      {change.phase === 'waiting' ? home.willRetry(secondsUntilRetry(change, now)) : doingText(state, change)}
    </Badge>
  );
  return (
    <>
      <Said
        status={change.status}
        t={t}
        badge={badge}
        hint={
          <>
            {change.status && (
              <p className="said__hint said__hint--end">{untilText(change.status.expiresAt, now, state)}</p>
            )}
            <p className="said__hint">
              {[queued && actions.sentLater, seenText(before, queued, t)].filter(Boolean).join(' ')}
            </p>
          </>
        }
      />
      {change.phase !== 'pending' && <WaitingActions queued={queued} state={state} t={t} />}
    </>
  );
}

function seenText(before: Status | null | undefined, queued: boolean, { home, actions }: Messages): string | null {
  if (before === undefined) return null;
  const [some, none] = queued ? [actions.seenNow, actions.seenNowNone] : [home.untilThen, home.untilThenNone];
  return before ? some(named(before)) : none;
}

/** A change that waits can be given up, and one that waits for the network be sent at once. */
function WaitingActions({ queued, state, t }: { queued: boolean; state: AppState; t: Messages }) {
  const cancel = useCommand('status.dismissChange');
  const sendNow = useCommand('status.sendNow');
  const [stillOffline, setStillOffline] = useState(false);
  const send = async () => {
    setStillOffline(false);
    const result = await sendNow.run({});
    setStillOffline(result?.ok === true && result.value === 'queued');
  };
  return (
    <>
      <div className="card__actions">
        <Button busy={cancel.busy} onClick={() => void cancel.run({})}>
          {t.actions.cancel}
        </Button>
        {queued && canWrite(state) && (
          <Button busy={sendNow.busy} onClick={() => void send()}>
            {t.actions.sendNow}
          </Button>
        )}
      </div>
      <p className="hint hint--below" role="status">
        {stillOffline ? t.actions.stillOffline : ''}
      </p>
      <div role="alert">
        {sendNow.error && <ErrorNote error={sendNow.error} onDismiss={() => sendNow.setError(null)} />}
      </div>
    </>
  );
}
