import { useEffect, useRef, useState } from 'react';
import type { CommandInput } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { AvatarJob } from '../../shared/state.ts';
import { currentAt } from '../../shared/status.ts';
import { Avatar } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { ErrorNote, Note } from '../components/note.tsx';
import { Problem } from '../components/problem.tsx';
import { ScopeNote } from '../components/scope-note.tsx';
import { ScreenHead } from '../components/screen-head.tsx';
import { useApp, useNow, useStore } from '../hooks.ts';
import { isChanging, keptAt, keptOn, temporaryText, type AvatarAccess } from '../view/avatar.ts';
import { ChooseFile } from './choose-file.tsx';
import { JobFailure, JobProgress } from './job.tsx';
import { KeepOpen } from './keep-open.tsx';
import { pictureAt } from './picture.ts';
import { forgetPick, openPick, setPickError, takePicture, type Pick, type Picking } from './picking.ts';
import { Previews } from './previews.tsx';
import { useAvatarTexts } from './texts.ts';
import { useChanging, type Changing } from './use-changing.ts';

interface OverviewProps {
  account: string;
  picking: Picking;
  access: AvatarAccess;
  onFile: (file: File) => void;
  /** Something without a picture was pasted. */
  nothingPasted: boolean;
}

/** The picture in use, what it was before, and the ways to another one. */
export function Overview({ account, picking, access, onFile, nothingPasted }: OverviewProps) {
  const { state } = useApp();
  const t = useAvatarTexts();
  const changing = useChanging();
  const { job } = state.avatar;
  const can = access.kind === 'yes';
  const busy = changing.busy || isChanging(job);

  return (
    <>
      <ScreenHead>{t.heading}</ScreenHead>
      <Problem />
      {access.kind === 'no' && <ScopeNote scope="profile_avatar:write">{access.reason}</ScopeNote>}
      <Job changing={changing} job={job} />
      <Present account={account} can={can} busy={busy} changing={changing} />
      {picking.pick && <Waiting account={account} pick={picking.pick} />}
      <section className="drop" aria-label={t.newHeading}>
        <ChooseFile variant="strong" disabled={!can} onFile={onFile}>
          {t.choose}
        </ChooseFile>
        <p className="hint">{t.dropOrPaste}</p>
        <p className="hint">{t.formats}</p>
        {can && <KeepOpen />}
        <p className="drop__said" role="status">
          {picking.reading ? t.opening : nothingPasted ? t.nothingPasted : ''}
        </p>
      </section>
      <div role="alert">
        {picking.error && <ErrorNote error={picking.error} onDismiss={() => setPickError(account, null)} />}
      </div>
      <Kept can={can} busy={busy} changing={changing} />
      <Remove can={can} busy={busy} changing={changing} />
    </>
  );
}

/** A change on its way, or what became of it. */
function Job({ changing, job }: { changing: Changing; job: AvatarJob | null }) {
  const t = useAvatarTexts();
  const { send } = useStore();
  const failed = job?.phase === 'failed' && job.error?.code !== 'aborted' ? job.error : null;
  const error: AppError | null = failed ?? changing.error;
  return (
    <>
      {isChanging(job) && (
        <div className="card avatar-job">
          <JobProgress job={job} />
          <Button onClick={() => void send('avatar.cancel', {})}>{t.cancel}</Button>
        </div>
      )}
      <div role="status">
        {job?.phase === 'done' && (
          <Note tone="info" onDismiss={() => void send('avatar.dismissJob', {})}>
            <p>{t.done[job.kind]}</p>
          </Note>
        )}
        {changing.stopped && <p className="hint">{t.stopped}</p>}
      </div>
      <div role="alert">
        {error && !isChanging(job) && (
          <JobFailure
            error={error}
            kind={failed && job ? job.kind : changing.kind}
            retry={changing.retry}
            anyway={changing.anyway}
            busy={changing.busy}
            onDismiss={() => {
              changing.clear();
              if (failed) void send('avatar.dismissJob', {});
            }}
          />
        )}
      </div>
    </>
  );
}

interface PartProps {
  /** The token may change the picture. */
  can: boolean;
  /** A change is under way. */
  busy: boolean;
  changing: Changing;
}

/** The picture in use in the sizes in which people see it, and what can be done with it. */
function Present({ account: key, can, busy, changing }: PartProps & { account: string }) {
  const { state } = useApp();
  const t = useAvatarTexts();
  const now = useNow();
  const account = state.session.phase === 'signed-in' ? state.session.account : null;
  const emoji = currentAt(state.status.current, now)?.emoji ?? null;
  const address = account?.avatar ?? null;
  const temporary = temporaryText(state, now);
  const crop = (badge: boolean) => {
    if (address !== null) void takePicture(key, pictureAt(address), badge);
  };
  return (
    <section className="card present" aria-label={t.present}>
      <div className="present__faces">
        {/* In a list there is no room for the status. */}
        {[emoji, emoji, null].map((each, index) => (
          <Avatar key={index} account={account} locale={state.locale} emoji={each} />
        ))}
      </div>
      {address === null && <p className="hint">{t.noPresent}</p>}
      {temporary && (
        <div className="present__temporary">
          <p>{temporary}</p>
          <Button variant="link" busy={busy} onClick={() => void changing.run({ name: 'avatar.keep', input: {} })}>
            {t.keep}
          </Button>
        </div>
      )}
      {(address !== null || state.avatar.canUndo) && (
        <div className="present__actions">
          {address !== null && emoji !== null && (
            <Button disabled={!can} onClick={() => crop(true)}>
              {t.putOn(emoji)}
            </Button>
          )}
          {address !== null && (
            <Button disabled={!can} onClick={() => crop(false)}>
              {t.edit}
            </Button>
          )}
          {state.avatar.canUndo && (
            <Button
              aria-label={t.undoLabel}
              title={t.undoLabel}
              disabled={!can}
              busy={busy}
              onClick={() => void changing.run({ name: 'avatar.undo', input: {} })}
            >
              {t.undo}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** A picture that was chosen and neither sent nor thrown away. */
function Waiting({ account, pick }: { account: string; pick: Pick }) {
  const t = useAvatarTexts();
  const goOn = useRef<HTMLButtonElement>(null);
  // Whoever comes back from the crop is where they left.
  useEffect(() => {
    if (document.activeElement === document.body) goOn.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className="card waiting-pick" aria-label={t.waiting}>
      <Previews face={{ ...pick, emoji: null }} small />
      <div className="waiting-pick__text">
        <p>{t.waiting}</p>
        <div className="waiting-pick__actions">
          <Button ref={goOn} variant="strong" onClick={() => openPick(account, true)}>
            {t.goOn}
          </Button>
          <Button onClick={() => forgetPick(account, pick.picture)}>{t.discard}</Button>
        </div>
      </div>
    </section>
  );
}

/** The pictures of before; each can be had again. */
function Kept({ can, busy, changing }: PartProps) {
  const { state } = useApp();
  const t = useAvatarTexts();
  const now = useNow();
  const { kept } = state.avatar;
  if (kept.length === 0) return null;
  const restore = (input: CommandInput<'avatar.restore'>) => void changing.run({ name: 'avatar.restore', input });
  return (
    <section className="section" aria-labelledby="earlier-pictures">
      <h2 id="earlier-pictures" className="section__heading">
        {t.earlier}
      </h2>
      <ul className="kept">
        {kept.map(({ id, address, at }) => {
          const moment = keptAt(at, now, state);
          return (
            <li key={id}>
              <button
                type="button"
                className="kept__button"
                aria-label={t.chooseAgain(moment)}
                title={t.chooseAgain(moment)}
                disabled={!can}
                aria-disabled={busy || undefined}
                onClick={() => {
                  if (!busy) restore({ id, force: false });
                }}
              >
                <img className="kept__picture" src={address} alt="" />
                <span className="kept__moment">{keptOn(at, now, state)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="hint">{t.earlierHint}</p>
    </section>
  );
}

/** Takes the picture away, after asking. */
function Remove({ can, busy, changing }: PartProps) {
  const { state } = useApp();
  const t = useAvatarTexts();
  const [asking, setAsking] = useState(false);
  const account = state.session.phase === 'signed-in' ? state.session.account : null;
  if (!account?.avatar) return null;
  const remove = () => {
    setAsking(false);
    void changing.run({ name: 'avatar.delete', input: { force: false } });
  };
  return (
    <div className="remove-picture">
      <Button variant="danger" disabled={!can} busy={busy} onClick={() => setAsking(true)}>
        {t.remove}
      </Button>
      {asking && (
        <Confirm
          title={t.removeTitle}
          confirm={t.removeConfirm}
          cancel={t.cancel}
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          {t.removeText}
        </Confirm>
      )}
    </div>
  );
}
