import { useId } from 'react';
import { desktopTexts } from '../../shared/i18n/areas/desktop.ts';
import { Switch } from './switch.tsx';
import { useApp, useCommand } from '../hooks.ts';
import { ErrorNote, Note } from './note.tsx';

/** Settings: whether the app starts at login, as the system has it, and what else this computer does not give. */
export function DesktopSettings() {
  const { state } = useApp();
  const id = useId();
  const set = useCommand('login.set');
  const t = desktopTexts(state.locale);
  const { desktop, platform } = state.host;
  const { login } = desktop;
  const hint =
    login.kind === 'unavailable'
      ? t.loginUnavailable[login.why]
      : login.kind === 'blocked'
        ? t.loginBlocked(platform)
        : t.loginHint;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="section__heading">
        {t.heading}
      </h2>
      <div className="card settings">
        <Switch
          label={t.login}
          hint={hint}
          checked={login.kind === 'on'}
          disabled={login.kind === 'unavailable'}
          onChange={(enabled) => void set.run({ enabled })}
        />
        <div role="alert">{set.error && <ErrorNote error={set.error} />}</div>
      </div>
      {desktop.notifications === 'failed' && (
        <Note tone="advice" title={t.notificationsTitle}>
          <p>{t.notifications(platform)}</p>
        </Note>
      )}
    </section>
  );
}
