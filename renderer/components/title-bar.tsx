import { desktopTexts } from '../../shared/i18n/areas/desktop.ts';
import { useApp, useStore } from '../hooks.ts';
import '../styles/title-bar.css';
import { Button } from './button.tsx';
import { CloseIcon } from './icons.tsx';

/** A bar to move the window by, where it is an ordinary one or the compositor places it. */
export function TitleBar() {
  const { state } = useApp();
  const { send } = useStore();
  const t = desktopTexts(state.locale);
  const label = state.host.desktop.trayMissing ? t.minimize : t.hide;
  return (
    <div className="title-bar">
      <span className="title-bar__name">{t.windowTitle}</span>
      <Button variant="icon" aria-label={label} title={label} onClick={() => void send('popover.hide', {})}>
        <CloseIcon />
      </Button>
    </div>
  );
}
