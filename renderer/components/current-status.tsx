import { useId, useState, type ReactNode } from 'react';
import { formatDuration, formatTimeLeft } from '../../shared/format.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import type { AppState } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import { extendByText, warningExtension } from '../../shared/extensions.ts';
import { canWrite, extendable, extensionsOf, shownPresetId, undoLabel } from '../../shared/tray-menu.ts';
import type { EditorRequest } from '../editor/open.ts';
import { useCommand, useSnapshot, useEscape } from '../hooks.ts';
import { Extend, OtherDay } from '../parts.ts';
import { accountProblem, cardView, doneText, named } from '../view/home.ts';
import { untilText } from '../view/moment.ts';
import { timeLeftShare } from '../view/time-bar.ts';
import { Button } from './button.tsx';
import { Changing } from './changing.tsx';
import { ChevronDownIcon, ClockIcon, CloseIcon, ReturnIcon } from './icons.tsx';
import { ErrorNote, Note } from './note.tsx';
import { Said } from './said.tsx';

interface Props {
  state: AppState;
  t: Messages;
  now: number;
  edit: (request: EditorRequest) => void;
}

/** The current status as colleagues see it, or what is on its way there. */
export function CurrentStatus({ state, t, now, edit }: Props) {
  const refresh = useCommand('status.refresh');
  const view = cardView(state, now);

  switch (view.kind) {
    case 'loading':
      return (
        <Card>
          <div className="said said--loading">
            <span className="said__emoji said__emoji--none" />
            <div className="said__text">
              <p className="said__hint">{t.home.loading}</p>
            </div>
          </div>
        </Card>
      );
    case 'unreadable':
      return <Note tone="advice">{t.home.cannotRead}</Note>;
    case 'not-read':
      return accountProblem(state) ? (
        <Note tone="advice" title={t.home.notRead}>
          <p>{t.home.notReadHint}</p>
        </Note>
      ) : (
        <ErrorNote
          error={view.error}
          tone="advice"
          what={t.home.notRead}
          actions={
            <Button busy={refresh.busy || state.status.checking} onClick={() => void refresh.run({})}>
              {t.remedies.retry}
            </Button>
          }
        >
          {t.home.notReadHint}
        </ErrorNote>
      );
    case 'changing':
      return (
        <Card changing>
          <Changing change={view.change} before={view.before} state={state} t={t} now={now} />
        </Card>
      );
    case 'current':
      return (
        <Card>
          {view.status ? (
            <>
              {state.endsSoon && view.status.expiresAt !== null && (
                <EndsSoon expiresAt={view.status.expiresAt} state={state} t={t} now={now} />
              )}
              <Said status={view.status} t={t} />
              <End status={view.status} state={state} now={now} />
              {view.status.isAway && view.status.awayMessage !== null && view.status.expiresAt !== null && (
                <OtherDay status={view.status} state={state} edit={edit} />
              )}
              <Actions status={view.status} state={state} t={t} now={now} edit={edit} />
            </>
          ) : (
            <Said status={null} t={t} />
          )}
          <Afterwards state={state} t={t} now={now} />
        </Card>
      );
  }
}

function Card({ changing = false, children }: { changing?: boolean; children: ReactNode }) {
  return <div className={changing ? 'card card--changing' : 'card'}>{children}</div>;
}

/** When a status ends, both ways, and how much of its time is left. */
function End({ status, state, now }: { status: Status; state: AppState; now: number }) {
  const { shown } = useSnapshot();
  const presetId = shownPresetId(state);
  const preset = state.presets.find(({ id }) => id === presetId) ?? null;
  const share = shown && timeLeftShare(shown, preset, now);
  return (
    <>
      {share !== null && <progress className="time-bar" max={1} value={share} aria-hidden="true" />}
      <div className="end">
        <p className="end__until">{untilText(status.expiresAt, now, state)}</p>
        {status.expiresAt !== null && (
          <p className="end__left">{formatTimeLeft(status.expiresAt, now, state.locale)}</p>
        )}
      </div>
    </>
  );
}

/** What can be done about the present status. */
function Actions({ status, state, t, now, edit }: Props & { status: Status }) {
  const id = useId();
  const clear = useCommand('status.clear');
  const goBack = useCommand('status.goBack');
  const [extending, setExtending] = useState(false);
  // Here, not in the panel: Escape may come before it is loaded.
  useEscape(extending ? () => setExtending(false) : null);
  if (!canWrite(state)) return null;
  const end = extendable(state)?.expiresAt ?? null;
  return (
    <>
      {state.wayBack && (
        <div className="card__back">
          <Button variant="wide" busy={goBack.busy} onClick={() => void goBack.run({})}>
            <ReturnIcon />
            {t.actions.goBack(named(state.wayBack))}
          </Button>
        </div>
      )}
      <div className="card__actions">
        {end !== null && (
          <Button aria-expanded={extending} aria-controls={`${id}-extend`} onClick={() => setExtending(!extending)}>
            {t.actions.extend}
            <ChevronDownIcon />
          </Button>
        )}
        <Button
          onClick={() => edit({ kind: 'edit', status, source: state.status.source })}
          aria-label={`${t.entry.edit}: ${status.title}`}
        >
          {t.entry.edit}
        </Button>
        <Button busy={clear.busy} onClick={() => void clear.run({})}>
          {state.wayBack ? t.actions.clearAll : t.home.clear}
        </Button>
      </div>
      <div role="alert">
        {goBack.error && state.change?.phase !== 'failed' && (
          <ErrorNote error={goBack.error} onDismiss={() => goBack.setError(null)} />
        )}
      </div>
      {extending && end !== null && (
        <Extend id={`${id}-extend`} expiresAt={end} now={now} close={() => setExtending(false)} />
      )}
    </>
  );
}

/** The end is near: later, or so be it. */
function EndsSoon({ expiresAt, state, t, now }: { expiresAt: number; state: AppState; t: Messages; now: number }) {
  const extend = useCommand('status.extend');
  const letEnd = useCommand('status.letEnd');
  const left = Math.max(1, Math.floor((expiresAt - now) / 60_000)) * 60_000;
  const way = warningExtension(extensionsOf(state));
  return (
    <div className="ends-soon" role="group" aria-label={t.actions.endsIn(formatDuration(left, state.locale))}>
      <p className="ends-soon__text">
        <ClockIcon />
        <span>{t.actions.endsIn(formatDuration(left, state.locale))}</span>
      </p>
      {canWrite(state) && (
        <div className="ends-soon__actions">
          {way && (
            <Button busy={extend.busy} onClick={() => void extend.run({ by: way.by })}>
              {extendByText(way, state.locale)}
            </Button>
          )}
          <Button variant="link" busy={letEnd.busy} onClick={() => void letEnd.run({})}>
            {t.actions.letEnd}
          </Button>
        </div>
      )}
      <div role="alert">
        {extend.error && <ErrorNote error={extend.error} onDismiss={() => extend.setError(null)} />}
      </div>
    </div>
  );
}

/** What comes after the present status, and the way to take the last change back once the bar that offered it is gone. */
function Afterwards({ state, t, now }: { state: AppState; t: Messages; now: number }) {
  const forget = useCommand('status.forgetWayBack');
  const undo = useCommand('status.undo');
  const { wayBack } = state;
  const offersUndo = state.undo !== null && canWrite(state) && doneText(state, now) === null;
  if (!wayBack && !offersUndo && !undo.error) return null;
  return (
    <div className="afterwards">
      {wayBack && (
        <div className="afterwards__line">
          <ReturnIcon />
          <p>{t.actions.then(named(wayBack), untilText(wayBack.expiresAt, now, state))}</p>
          <Button
            variant="icon"
            aria-label={t.actions.forgetWayBack(wayBack.title)}
            title={t.actions.forgetWayBack(wayBack.title)}
            busy={forget.busy}
            onClick={() => void forget.run({})}
          >
            <CloseIcon />
          </Button>
        </div>
      )}
      {offersUndo && (
        <Button variant="link" busy={undo.busy} onClick={() => void undo.run({})}>
          {undoLabel(state)}
        </Button>
      )}
      <div role="alert">{undo.error && <ErrorNote error={undo.error} onDismiss={() => undo.setError(null)} />}</div>
    </div>
  );
}
