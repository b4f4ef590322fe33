import { errorText, type Messages } from '../../shared/i18n/index.ts';
import type { AppState, Notice } from '../../shared/state.ts';
import { useApp, useStore } from '../hooks.ts';
import { Button } from './button.tsx';
import { AlertIcon, CloseIcon, InfoIcon } from './icons.tsx';

/** What the person is told once, outside of what they are doing. */
export function Notices() {
  const { state, t } = useApp();
  const { send } = useStore();
  return (
    <div className="notices" role="status">
      {state.notices.map((notice) => {
        const { title, text } = noticeText(notice, t, state);
        return (
          <div key={notice.id} className="notice">
            {notice.kind === 'error' ? <AlertIcon /> : <InfoIcon />}
            <div className="notice__text">
              {title && <p className="notice__title">{title}</p>}
              <p>{text}</p>
            </div>
            <Button
              variant="icon"
              aria-label={t.notices.dismiss}
              title={t.notices.dismiss}
              onClick={() => void send('notice.dismiss', { id: notice.id })}
            >
              <CloseIcon />
            </Button>
          </div>
        );
      })}
    </div>
  );
}

function noticeText(
  notice: Notice,
  { notices, settings }: Messages,
  { locale, host }: AppState,
): { title: string | null; text: string } {
  switch (notice.kind) {
    case 'error': {
      const { title, advice } = errorText(locale, notice.error);
      return { title, text: advice };
    }
    case 'signed-out': {
      const texts = { keychain: notices.signedOut, session: notices.signedOutSession, demo: notices.leftDemo };
      return { title: null, text: texts[notice.storage] };
    }
    case 'signed-out-entry-left':
      return { title: null, text: notices.left(notice.service, notice.account) };
    case 'queued-dropped':
      return {
        title: notices.dropped(notice.status?.title ?? null),
        text: notice.reason === 'ended' ? notices.droppedEnded : notices.droppedChanged,
      };
    case 'avatar-not-put-back':
      return { title: null, text: notices.avatarNotPutBack };
    case 'keychain-waiting': {
      const keychain = settings.storages.keychain(host.keychain);
      return { title: notices.keychainWaiting(keychain), text: notices.keychainWaitingHint };
    }
    case 'renderer-crashed':
      return { title: null, text: notices.rendererCrashed };
  }
}
