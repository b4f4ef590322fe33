import { noticeText } from '../../shared/notice-text.ts';
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
