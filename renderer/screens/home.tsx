import { useState } from 'react';
import type { AppState, Change } from '../../shared/state.ts';
import { canWrite, statusLine, undoLabel } from '../../shared/tray-menu.ts';
import { Button } from '../components/button.tsx';
import { CurrentStatus } from '../components/current-status.tsx';
import { CheckIcon, CloseIcon, RefreshIcon } from '../components/icons.tsx';
import { ErrorNote, Note } from '../components/note.tsx';
import { Presets } from '../components/presets.tsx';
import { Problem } from '../components/problem.tsx';
import { Recents } from '../components/recents.tsx';
import { Remedies } from '../components/remedies.tsx';
import type { EditorRequest } from '../editor/open.ts';
import { QuickEntry } from '../editor/quick-entry.tsx';
import { useApp, useCommand, useEscape, useNow, useStore } from '../hooks.ts';
import { TokenForm } from '../components/lazy-token-form.ts';
import { useGo } from '../place.ts';
import { accountProblem, afterFailure, cardView, canRead, doneText, notDoneText } from '../view/home.ts';
import { checkedText } from '../view/moment.ts';
import { offeredFor } from '../view/remedies.ts';

/** Home: the current status, what went wrong with the last change, the presets. */
export function Home() {
  const { state, t } = useApp();
  const now = useNow();
  const [askingToken, setAskingToken] = useState(false);
  const session = state.session.phase === 'signed-in' ? state.session : null;
  const problem = accountProblem(state);
  const askToken = () => setAskingToken(true);
  const go = useGo();
  const edit = (request: EditorRequest) => go({ name: 'edit-status', request });

  return (
    <>
      <h1 className="visually-hidden">{t.home.heading}</h1>
      <Problem />
      {askingToken && !problem && <AnotherToken close={() => setAskingToken(false)} />}
      <section className="section" aria-labelledby="current-heading">
        <div className="section__head">
          <h2 id="current-heading" className="section__heading">
            {t.home.current}
          </h2>
          <Checked state={state} now={now} />
        </div>
        <CurrentStatus state={state} t={t} now={now} edit={edit} />
        <Stale state={state} now={now} />
        <div role="alert">
          {state.change?.phase === 'failed' && <Failed change={state.change} state={state} askToken={askToken} />}
        </div>
      </section>
      <Presets state={state} t={t} now={now} askToken={askToken} />
      {canWrite(state) && <QuickEntry onOpen={edit} />}
      <Recents state={state} t={t} now={now} />
      {session?.storage === 'demo' && <p className="hint hint--centred">{t.home.demo}</p>}
    </>
  );
}

/** What was done, for ten seconds; and for screen readers what is going on. It stays mounted, so that both are read out. */
export function Done() {
  const { state, t } = useApp();
  const now = useNow();
  const undo = useCommand('status.undo');
  const done = doneText(state, now);
  // A change that failed has its own place; here stands only what never became one.
  if (undo.error && state.change?.phase === 'failed') undo.setError(null);
  return (
    <div className="done-region" role="status">
      {state.change?.phase === 'pending' && <span className="visually-hidden">{statusLine(state)}</span>}
      {done && (
        <div className="done">
          <CheckIcon />
          <p className="done__text">{done}</p>
          {state.undo && canWrite(state) && (
            <Button variant="link" busy={undo.busy} aria-label={undoLabel(state)} onClick={() => void undo.run({})}>
              {t.actions.undo}
            </Button>
          )}
        </div>
      )}
      {undo.error && <ErrorNote error={undo.error} onDismiss={() => undo.setError(null)} />}
    </div>
  );
}

/** When the server was last asked, and asking again. */
function Checked({ state, now }: { state: AppState; now: number }) {
  const { t } = useApp();
  const refresh = useCommand('status.refresh');
  const { checkedAt, checking } = state.status;
  if (!canRead(state)) return null;
  return (
    <div className="checked">
      {checkedAt !== null && <span>{t.home.checked(checkedText(checkedAt, now, state))}</span>}
      <Button
        variant="icon"
        aria-label={t.home.refresh}
        title={t.home.refresh}
        busy={checking || refresh.busy}
        onClick={() => void refresh.run({})}
      >
        <RefreshIcon />
      </Button>
    </div>
  );
}

/** Under a status that could not be asked for again, or that the token may not read: why it may be old. The moment of
 * the last answer stands above it. */
function Stale({ state, now }: { state: AppState; now: number }) {
  const { t } = useApp();
  const refresh = useCommand('status.refresh');
  const { error, known, checking } = state.status;
  if (!known || cardView(state, now).kind !== 'current') return null;
  if (!canRead(state)) return <Note tone="advice">{t.home.cannotRead}</Note>;
  if (!error || accountProblem(state)) return null;
  return (
    <ErrorNote
      error={error}
      tone="advice"
      actions={
        <Button busy={checking || refresh.busy} onClick={() => void refresh.run({})}>
          {t.remedies.retry}
        </Button>
      }
    />
  );
}

/** The change that failed, where it was asked for. */
function Failed({ change, state, askToken }: { change: Change; state: AppState; askToken: () => void }) {
  const { send } = useStore();
  const retry = useCommand('status.retryChange');
  if (!change.error) return null;
  return (
    <ErrorNote
      error={change.error}
      what={notDoneText(state, change)}
      actions={
        <Remedies
          offered={offeredFor(change.error)}
          busy={retry.busy}
          handlers={{
            retry: () => void retry.run({}),
            // With a problem of the account, the field is there already.
            ...(accountProblem(state) ? {} : { 'new-token': askToken }),
            'token-help': () => void send('link.open', { link: 'tokens' }),
            'unlock-keychain': () => void send('session.retry', {}),
          }}
        />
      }
      onDismiss={() => void send('status.dismissChange', {})}
    >
      {afterFailure(state, change)}
    </ErrorNote>
  );
}

/** A field for another token, opened by the person. */
function AnotherToken({ close }: { close: () => void }) {
  const { t } = useApp();
  useEscape(close);
  return (
    <section className="section" aria-labelledby="another-heading">
      <div className="section__head">
        <h2 id="another-heading" className="section__heading">
          {t.signIn.another}
        </h2>
        <Button variant="icon" aria-label={t.signIn.cancel} title={t.signIn.cancel} onClick={close}>
          <CloseIcon />
        </Button>
      </div>
      <div className="card">
        <TokenForm autoFocus onSignedIn={close} />
      </div>
    </section>
  );
}
