import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { profileTexts } from '../../shared/i18n/areas/profile.ts';
import type { ProfileView } from '../../shared/profile.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import { Avatar } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { RefreshIcon, OpenIcon } from '../components/icons.tsx';
import { ErrorNote } from '../components/note.tsx';
import { Problem } from '../components/problem.tsx';
import { ScopeNote } from '../components/scope-note.tsx';
import { ScreenHead } from '../components/screen-head.tsx';
import { useApp, useCommand, useNow, useStore } from '../hooks.ts';
import { useGo } from '../place.ts';
import { accessTo } from '../view/access.ts';
import { profileRows, propertyRows, type ProfileRow } from '../view/profile.ts';
import '../styles/profile.css';

/** Everything worth reading of one's own profile, with the workspace's own fields. */
export function Profile({ back }: { back: () => void }) {
  const { state, t: all } = useApp();
  const t = profileTexts(state.locale);
  const access = accessTo('profile:read', state);
  const { profile, error, busy, ask } = useProfile(access === 'yes');

  return (
    <>
      <ScreenHead
        onBack={back}
        actions={
          access === 'yes' && (
            <Button variant="icon" aria-label={t.refresh} title={t.refresh} busy={busy} onClick={ask}>
              <RefreshIcon />
            </Button>
          )
        }
      >
        {t.heading}
      </ScreenHead>
      <Problem />
      {access === 'scope-missing' && <ScopeNote scope="profile:read">{t.noAccess}</ScopeNote>}
      <div role="alert">
        {error && access === 'yes' && (
          <ErrorNote
            error={error}
            what={t.notLoaded}
            actions={
              <Button busy={busy} onClick={ask}>
                {all.remedies.retry}
              </Button>
            }
          />
        )}
      </div>
      {busy && !profile && (
        <p className="hint hint--centred" role="status">
          {t.loading}
        </p>
      )}
      {profile && <Facts profile={profile} busy={busy} ask={ask} />}
    </>
  );
}

/** Asks for the profile while it may be asked for, and keeps the last answer while it asks again. */
function useProfile(mayAsk: boolean) {
  const { send } = useStore();
  const [profile, setProfile] = useState<ProfileView | null>(null);
  const [times, setTimes] = useState(1);
  const [answered, setAnswered] = useState<{ times: number; error: AppError | null }>({ times: 0, error: null });
  useEffect(() => {
    if (!mayAsk) return;
    let left = false;
    void send('profile.load', {}).then((result) => {
      if (left) return;
      if (result.ok) setProfile(result.value);
      setAnswered({ times, error: result.ok ? null : result.error });
    });
    return () => {
      left = true;
    };
  }, [send, mayAsk, times]);
  return {
    profile,
    error: answered.error,
    busy: mayAsk && answered.times !== times,
    ask: () => setTimes(answered.times + 1),
  };
}

function Facts({ profile, busy, ask }: { profile: ProfileView; busy: boolean; ask: () => void }) {
  const { state, t: all } = useApp();
  const now = useNow();
  const t = profileTexts(state.locale);
  const style = timeStyle(state);
  const go = useGo();
  const account = state.session.phase === 'signed-in' ? state.session.account : null;
  const { fieldsError } = profile;
  const lacksScope = fieldsError?.code === 'insufficient_scope';
  return (
    <>
      <div className="profile__face">
        <Avatar account={account ?? { ...profile, avatar: null }} locale={state.locale} emoji={null} />
        <Button variant="link" onClick={() => go({ name: 'avatar' })}>
          {t.picture}
        </Button>
      </div>
      <Rows label={t.contact} rows={profileRows(profile, now, style)} />
      <section className="section" aria-labelledby="workspace-fields">
        <h2 id="workspace-fields" className="section__heading">
          {t.workspace}
        </h2>
        {lacksScope && <ScopeNote scope="custom_properties:read">{t.noFields}</ScopeNote>}
        {fieldsError && !lacksScope && (
          <div role="alert">
            <ErrorNote
              error={fieldsError}
              what={t.fieldsNotRead}
              actions={
                <Button busy={busy} onClick={ask}>
                  {all.remedies.retry}
                </Button>
              }
            />
          </div>
        )}
        {!fieldsError && profile.properties.length === 0 && <p className="hint">{t.noProperties}</p>}
        {profile.properties.length > 0 && (
          <Rows label={t.workspace} rows={propertyRows(profile.properties, now, style)} />
        )}
      </section>
    </>
  );
}

function Rows({ label, rows }: { label: string; rows: readonly ProfileRow[] }) {
  return (
    <dl className="card profile" aria-label={label}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </dl>
  );
}

function Row({ row }: { row: ProfileRow }) {
  const { state } = useApp();
  const t = profileTexts(state.locale);
  const open = useCommand('link.openProfileField');
  const { link } = row;
  return (
    <div className="profile__row">
      <dt>{row.label}</dt>
      <dd className={row.value === null ? 'profile__empty' : undefined}>
        {link === null ? (
          (row.value ?? row.instead)
        ) : (
          <Button
            variant="link"
            aria-label={t.open(row.label)}
            title={row.value ?? undefined}
            busy={open.busy}
            onClick={() => void open.run({ propertyId: link })}
          >
            <span>{row.value}</span> <OpenIcon />
          </Button>
        )}
        {open.error && (
          <span role="alert">
            <ErrorNote error={open.error} />
          </span>
        )}
      </dd>
      <dd className="profile__copy">
        {row.copy !== null && <CopyButton variant="icon" text={row.copy} label={t.copy(row.label)} copied={t.copied} />}
      </dd>
    </div>
  );
}
