import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { errorText, serverMessage } from '../../shared/i18n/index.ts';
import { useApp } from '../hooks.ts';
import { useOpenToken } from '../place.ts';
import { Button } from './button.tsx';
import { AlertIcon, CloseIcon, InfoIcon } from './icons.tsx';

interface NoteProps {
  /** `info`: neither a failure nor something to do about one. */
  tone: 'error' | 'advice' | 'info';
  id?: string;
  title?: string;
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  /** Given where the note goes away when the person has read it. */
  onDismiss?: (() => void) | undefined;
}

/** Something worth knowing where it matters: an icon, what happened, what to do. */
export function Note({ tone, id, title, children, actions, onDismiss }: NoteProps) {
  const { t } = useApp();
  return (
    <div className={`note note--${tone}`}>
      {tone === 'error' ? <AlertIcon /> : <InfoIcon />}
      <div className="note__body">
        <div id={id} className="note__text">
          {title && <p className="note__title">{title}</p>}
          {children}
        </div>
        {actions && <div className="note__actions">{actions}</div>}
      </div>
      {onDismiss && (
        <Button variant="icon" aria-label={t.notices.dismiss} title={t.notices.dismiss} onClick={onDismiss}>
          <CloseIcon />
        </Button>
      )}
    </div>
  );
}

interface ErrorNoteProps {
  error: AppError;
  tone?: 'error' | 'advice';
  id?: string;
  /** What did not happen, where that is not plain from the place; the error's own title then comes second. */
  what?: string;
  /** What it means beyond the error's advice. */
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
}

/**
 * A failure: what happened, what to do, the server's own words and the number to quote in a bug report. A missing scope
 * leads to the inspector, wherever it was missed.
 */
export function ErrorNote({ error, tone = 'error', id, what, children, actions, onDismiss }: ErrorNoteProps) {
  const { state, t } = useApp();
  const text = errorText(state.locale, error);
  const said = serverMessage(error);
  const openToken = useOpenToken();
  const inspect = error.code === 'insufficient_scope' && openToken && (
    <Button onClick={() => openToken(error.params.scope)}>{t.remedies.inspect}</Button>
  );
  return (
    <Note
      tone={tone}
      title={what ?? text.title}
      actions={
        <>
          {inspect}
          {actions}
        </>
      }
      onDismiss={onDismiss}
      {...(id ? { id } : {})}
    >
      {what && <p className="note__cause">{text.title}</p>}
      <p>{text.advice}</p>
      {children && <p>{children}</p>}
      {said && <p className="note__said">{t.errorDetail.saidByServer(said)}</p>}
      {error.requestId && <p className="note__request">{t.errorDetail.requestId(error.requestId)}</p>}
    </Note>
  );
}
