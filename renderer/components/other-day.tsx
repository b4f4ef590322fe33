import type { AppState } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import { canWrite } from '../../shared/tray-menu.ts';
import type { EditorRequest } from '../editor/open.ts';
import { useApp } from '../hooks.ts';
import { otherDayText } from '../view/named-day.ts';
import { Button } from './button.tsx';
import { Note } from './note.tsx';

interface OtherDayProps {
  status: Status;
  state: AppState;
  edit: (request: EditorRequest) => void;
}

/** The message names another day than the status ends on: it was set elsewhere, or has its date written out. */
export function OtherDay({ status, state, edit }: OtherDayProps) {
  const { t } = useApp();
  const said = status.isAway ? otherDayText(status.awayMessage, status.expiresAt, state) : null;
  if (said === null) return null;
  const { source } = state.status;
  return (
    <Note
      tone="advice"
      actions={
        canWrite(state) && (
          <Button variant="link" onClick={() => edit({ kind: 'edit', status, source, atMessage: true })}>
            {t.actions.editMessage}
          </Button>
        )
      }
    >
      {said}
    </Note>
  );
}
