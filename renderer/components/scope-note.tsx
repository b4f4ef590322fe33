import type { ReactNode } from 'react';
import type { AppScope } from '../../shared/scopes.ts';
import { useApp } from '../hooks.ts';
import { useOpenToken } from '../place.ts';
import { Button } from './button.tsx';
import { Note } from './note.tsx';

interface ScopeNoteProps {
  /** The scope that is missing (`accessTo` in view/access.ts tells). */
  scope: AppScope;
  /** What cannot be done without it. */
  children: ReactNode;
  actions?: ReactNode;
}

/** Beside what is disabled: which scope is missing, said before it is tried, and the way to what can be done about it. */
export function ScopeNote({ scope, children, actions }: ScopeNoteProps) {
  const { t } = useApp();
  const openToken = useOpenToken();
  return (
    <Note
      tone="advice"
      actions={
        <>
          {openToken && <Button onClick={() => openToken(scope)}>{t.remedies.inspect}</Button>}
          {actions}
        </>
      }
    >
      {children}
    </Note>
  );
}
