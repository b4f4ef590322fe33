import { useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';
import { useApp } from '../hooks.ts';
import { useAvatarTexts } from './texts.ts';
import { useHold } from './use-hold.ts';

/**
 * The popover goes away when another window is clicked, and with it the place to drop a picture from there. This keeps
 * it, until a picture was taken, the screen is left, or the popover is hidden on purpose.
 */
export function KeepOpen() {
  const { state } = useApp();
  const t = useAvatarTexts();
  const { hold, letGo } = useHold();
  const [kept, setKept] = useState(false);

  useEffect(() => {
    if (!kept) return;
    void hold();
    const onHide = () => {
      if (document.hidden) setKept(false);
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      letGo();
    };
  }, [kept, hold, letGo]);

  // A browser tab does not go away.
  if (state.host.kind === 'preview') return null;
  return (
    <Button variant="link" aria-pressed={kept} onClick={() => setKept(!kept)}>
      {kept ? t.keptOpen : t.keepOpen}
    </Button>
  );
}
