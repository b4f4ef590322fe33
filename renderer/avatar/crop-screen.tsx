import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { MIN_SOURCE_SIDE, sourceSquare, wholePicture, type CropView } from '../../shared/image/crop.ts';
import { expiryContext } from '../../shared/plan.ts';
import { currentAt } from '../../shared/status.ts';
import { Button } from '../components/button.tsx';
import { ScopeNote } from '../components/scope-note.tsx';
import { ScreenHead } from '../components/screen-head.tsx';
import { Switch } from '../components/switch.tsx';
import { useApp, useCommand, useNow, useStore } from '../hooks.ts';
import { isChanging, untilOf, type AvatarAccess } from '../view/avatar.ts';
import { endOf } from '../view/editor-end.ts';
import { ChooseFile } from './choose-file.tsx';
import { Controls } from './controls.tsx';
import { base64Of, encodeAvatar } from './encode.ts';
import { Frame } from './frame.tsx';
import { JobFailure, JobProgress } from './job.tsx';
import { LastingField } from './lasting-field.tsx';
import { changePick, forgetPick, openPick, withBadge, type Lasting, type Pick } from './picking.ts';
import { Previews } from './previews.tsx';
import { useAvatarTexts } from './texts.ts';

interface CropScreenProps {
  account: string;
  pick: Pick;
  access: AvatarAccess;
  onFile: (file: File) => void;
  /** What became of another picture that was to take its place. */
  children?: ReactNode;
}

/** Cuts the picture that was chosen, says what goes with it, and sends it. Nothing of it is lost by a failure. */
export function CropScreen({ account, pick, access, onFile, children }: CropScreenProps) {
  const { state } = useApp();
  const t = useAvatarTexts();
  const now = useNow();
  const { picture, view, lasting } = pick;
  const status = currentAt(state.status.current, now);
  const face = { picture, view, emoji: pick.badge ? (status?.emoji ?? null) : null };
  const kind = lasting.kind === 'status' && !status ? 'good' : lasting.kind;
  const sending = useSending(account, pick);
  const side = Math.round(sourceSquare(view, picture.size).side);

  const change = (next: (pick: Pick) => Pick) => changePick(account, next);
  const changeView = (next: (view: CropView) => CropView) => change((old) => ({ ...old, view: next(old.view) }));
  const changeLasting = (next: Lasting) => change((old) => ({ ...old, lasting: next, lastingChosen: true }));
  const isWhole = view.zoom === 1 && view.rotation === 0 && view.x === 0.5 && view.y === 0.5;

  return (
    <>
      <ScreenHead
        onBack={() => openPick(account, false)}
        actions={
          <Button variant="link" busy={isWhole || sending.busy} onClick={() => changeView(() => wholePicture)}>
            {t.reset}
          </Button>
        }
      >
        {t.newHeading}
      </ScreenHead>
      {/* What is being sent is not to be changed: it would look as if it had been sent so. */}
      <div className="crop-screen" inert={sending.busy}>
        <Frame face={face} onChange={changeView} />
        <Controls view={view} size={picture.size} onChange={changeView} />
        <div className="crop-screen__result">
          <Previews face={face} />
          <p className="hint">
            {side < MIN_SOURCE_SIDE ? t.tiny(side) : t.sizes}
            {picture.animated && ` ${t.onlyFirst}`}
          </p>
        </div>
        <div className="card">
          <Switch
            label={status ? t.badge(status.emoji) : t.badgeOff}
            hint={status ? t.badgeHint(status.title) : state.status.known ? t.badgeNone : t.badgeUnknown}
            checked={pick.badge && status !== null}
            disabled={!status}
            onChange={(badge) => change((old) => withBadge(old, badge))}
          />
        </div>
        <LastingField
          value={{ ...lasting, kind }}
          onChange={changeLasting}
          status={status}
          end={endOf(lasting.end, now, expiryContext(state))}
        />
        <p className="hint">{t.private}</p>
      </div>
      <footer className="crop-footer">
        <div role="alert">{children}</div>
        {access.kind === 'no' && !sending.error && <ScopeNote scope="profile_avatar:write">{access.reason}</ScopeNote>}
        <Outcome sending={sending} />
        <div className="crop-footer__buttons">
          {sending.busy ? (
            <Button onClick={sending.cancel}>{t.cancel}</Button>
          ) : (
            <ChooseFile onFile={onFile}>{t.another}</ChooseFile>
          )}
          <Button
            variant="primary"
            busy={sending.busy}
            disabled={access.kind !== 'yes'}
            onClick={() => void sending.send(false)}
          >
            {sending.busy ? t.sending : t.upload}
          </Button>
        </div>
      </footer>
    </>
  );
}

type Sending = ReturnType<typeof useSending>;

/** Sends the picture as it is cut now. */
function useSending(account: string, pick: Pick) {
  const { state } = useApp();
  const store = useStore();
  const upload = useCommand('avatar.upload');
  const stop = useCommand('avatar.cancel');
  const [preparing, setPreparing] = useState(false);
  const [unsent, setUnsent] = useState<AppError | null>(null);
  const [stopped, setStopped] = useState(false);
  const wanted = useRef(0);
  const { job } = state.avatar;
  const jobError = job?.phase === 'failed' && job.kind === 'upload' ? job.error : null;
  const error = unsent ?? jobError ?? upload.error;
  const busy = preparing || upload.busy || isChanging(job);

  // The answer was lost, and it turned out that the picture had arrived all the same.
  const arrived = job?.phase === 'done' && job.kind === 'upload' && upload.error !== null;
  useEffect(() => {
    if (arrived) forgetPick(account, pick.picture);
  }, [arrived, account, pick.picture]);

  const clear = () => {
    setUnsent(null);
    upload.setError(null);
    setStopped(false);
    if (job && !isChanging(job)) void store.send('avatar.dismissJob', {});
  };
  const send = async (force: boolean) => {
    if (busy) return;
    const now = store.now();
    const status = currentAt(state.status.current, now);
    const until = untilOf(pick.lasting.kind, endOf(pick.lasting.end, now, expiryContext(state)), status);
    if (until === undefined) {
      // What is wrong with it, it says itself.
      document.querySelector<HTMLElement>('.lasting .end-words')?.focus();
      return;
    }
    clear();
    setPreparing(true);
    wanted.current += 1;
    const turn = wanted.current;
    const emoji = pick.badge ? (status?.emoji ?? null) : null;
    const encoded = await encodeAvatar({ picture: pick.picture, view: pick.view, emoji });
    setPreparing(false);
    if (turn !== wanted.current) return;
    if (!encoded.ok) {
      setUnsent(encoded.error);
      return;
    }
    const result = await upload.run({ image: base64Of(encoded.value), until, force });
    if (result?.ok) forgetPick(account, pick.picture);
    if (result?.ok === false && result.error.code === 'aborted') setStopped(true);
  };
  const cancel = () => {
    // What is still being prepared is not sent.
    wanted.current += 1;
    if (preparing) setStopped(true);
    else void stop.run({});
  };
  return {
    busy,
    job: isChanging(job) ? job : null,
    error: error?.code === 'aborted' ? null : error,
    stopped: stopped && !busy,
    send,
    cancel,
    clear,
  };
}

/** What becomes of it, where it was sent. */
function Outcome({ sending }: { sending: Sending }) {
  const t = useAvatarTexts();
  return (
    <>
      {sending.busy && <JobProgress job={sending.job} />}
      <div role="status">{sending.stopped && <p className="hint">{t.cancelled}</p>}</div>
      <div role="alert">
        {sending.error && !sending.busy && (
          <JobFailure
            error={sending.error}
            kind="upload"
            busy={sending.busy}
            retry={() => void sending.send(false)}
            anyway={() => void sending.send(true)}
            onDismiss={sending.clear}
          >
            {t.cropKept}
          </JobFailure>
        )}
      </div>
    </>
  );
}
