import { desktopTexts } from '../../shared/i18n/areas/desktop.ts';
import type { Hint } from '../../shared/desktop.ts';
import { useApp, useCommand, useStore } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote, Note } from './note.tsx';

/** How the app sits on the desktop: what is missing, and what is told once. One at a time. */
export function DesktopHints() {
  const { state } = useApp();
  const t = desktopTexts(state.locale);
  const [hint] = state.hints;
  return (
    <>
      {state.host.desktop.trayMissing && (
        <Note tone="info" title={t.noTrayTitle}>
          <p>{t.noTray}</p>
        </Note>
      )}
      {hint && <OneHint key={hint} hint={hint} />}
    </>
  );
}

function OneHint({ hint }: { hint: Hint }) {
  const { state } = useApp();
  const { send } = useStore();
  const login = useCommand('login.set');
  const t = desktopTexts(state.locale);
  const { platform } = state.host;
  const dismiss = () => void send('hint.dismiss', { hint });
  switch (hint) {
    case 'icon':
      return (
        <Note tone="info" title={t.iconTitle} onDismiss={dismiss}>
          <p>{t.icon(platform)}</p>
        </Note>
      );
    case 'notifications':
      return (
        <Note tone="advice" title={t.notificationsTitle} onDismiss={dismiss}>
          <p>{t.notifications(platform)}</p>
        </Note>
      );
    case 'login':
      return (
        <>
          <Note
            tone="info"
            title={t.loginTitle}
            onDismiss={dismiss}
            actions={
              <Button busy={login.busy} onClick={() => void login.run({ enabled: true })}>
                {t.loginYes}
              </Button>
            }
          >
            <p>{t.loginOffer}</p>
          </Note>
          <div role="alert">{login.error && <ErrorNote error={login.error} />}</div>
        </>
      );
  }
}
