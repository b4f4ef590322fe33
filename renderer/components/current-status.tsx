import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { formatTimeLeft } from '../../shared/format.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import type { AppState, Change } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import { canWrite, secondsUntilRetry, shownPresetId } from '../../shared/tray-menu.ts';
import { useCommand, useSnapshot } from '../hooks.ts';
import { accountProblem, cardView } from '../view/home.ts';
import { untilText } from '../view/moment.ts';
import { timeLeftShare } from '../view/time-bar.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { Emoji } from './emoji.tsx';
import { ClockIcon, SmileIcon } from './icons.tsx';
import { ErrorNote, Note } from './note.tsx';

interface Props {
  state: AppState;
  t: Messages;
  now: number;
}

/** The current status as colleagues see it, or what is on its way there. */
export function CurrentStatus({ state, t, now }: Props) {
  const clear = useCommand('status.clear');
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
          <Changing change={view.change} before={view.before} t={t} now={now} />
        </Card>
      );
    case 'current':
      return (
        <Card>
          {view.status ? (
            <>
              <Said status={view.status} t={t} />
              <End status={view.status} state={state} now={now}>
                {canWrite(state) && (
                  <Button busy={clear.busy} onClick={() => void clear.run({})}>
                    {t.home.clear}
                  </Button>
                )}
              </End>
            </>
          ) : (
            <Said status={null} t={t} />
          )}
        </Card>
      );
  }
}

function Card({ changing = false, children }: { changing?: boolean; children: ReactNode }) {
  return <div className={changing ? 'card card--changing' : 'card'}>{children}</div>;
}

/** Emoji, title, and what goes with them. */
function Said({ status, t, badge, hint }: { status: Status | null; t: Messages; badge?: ReactNode; hint?: ReactNode }) {
  return (
    <div className="said">
      <span className={status ? 'said__emoji' : 'said__emoji said__emoji--none'}>
        {status ? <Emoji>{status.emoji}</Emoji> : <SmileIcon />}
      </span>
      <div className="said__text">
        <div className="said__head">
          <p className="said__title">{status ? status.title : t.home.none}</p>
          {badge ?? (status?.isAway && <Badge tone="away">{t.home.away}</Badge>)}
        </div>
        {hint ??
          (status ? (
            status.awayMessage && <AwayMessage key={status.awayMessage} text={status.awayMessage} t={t} />
          ) : (
            <p className="said__hint">{t.home.noneHint}</p>
          ))}
      </div>
    </div>
  );
}

/** The away message; a long one shows its beginning until asked for the rest. */
function AwayMessage({ text, t }: { text: string; t: Messages }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [clipped, setClipped] = useState(false);
  const [all, setAll] = useState(false);

  useLayoutEffect(() => {
    const element = paragraph.current;
    if (!element || all) return;
    const observer = new ResizeObserver(() => setClipped(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, [all]);

  return (
    <div className="away-message">
      <p ref={paragraph} className={all ? 'said__hint' : 'said__hint said__hint--clipped'}>
        {text}
      </p>
      {(clipped || all) && (
        <Button variant="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.home.showLess : t.home.showAll}
        </Button>
      )}
    </div>
  );
}

/** When a status ends, both ways, and how much of its time is left. */
function End({ status, state, now, children }: { status: Status; state: AppState; now: number; children: ReactNode }) {
  const { shown } = useSnapshot();
  const presetId = shownPresetId(state);
  const preset = state.presets.find(({ id }) => id === presetId) ?? null;
  const share = shown && timeLeftShare(shown, preset, now);
  return (
    <>
      {share !== null && <progress className="time-bar" max={1} value={share} aria-hidden="true" />}
      <div className="end">
        <div className="end__text">
          <p className="end__until">{untilText(status.expiresAt, now, state)}</p>
          {status.expiresAt !== null && (
            <p className="end__left">{formatTimeLeft(status.expiresAt, now, state.locale)}</p>
          )}
        </div>
        {children}
      </div>
    </>
  );
}

/** A change that is on its way: what was asked for, how far it got, and what colleagues see until then. */
function Changing({
  change,
  before,
  t,
  now,
}: {
  change: Change;
  before: Status | null | undefined;
  t: Messages;
  now: number;
}) {
  const { home } = t;
  const doing = change.status ? home.sending : home.clearing;
  const badge = (
    <Badge tone="accent">
      <ClockIcon />
      {change.phase === 'waiting' ? home.willRetry(secondsUntilRetry(change, now)) : doing}
    </Badge>
  );
  const seen =
    before === undefined ? null : before ? home.untilThen(`${before.emoji}\u00a0${before.title}`) : home.untilThenNone;
  return <Said status={change.status} t={t} badge={badge} hint={<p className="said__hint">{seen}</p>} />;
}
