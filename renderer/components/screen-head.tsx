import type { ReactNode } from 'react';
import { useApp, useEscape } from '../hooks.ts';
import { Button } from './button.tsx';
import { ChevronLeftIcon } from './icons.tsx';

interface ScreenHeadProps {
  children: string;
  /** Under the heading. */
  hint?: string;
  /** Given where the screen lies behind another one; Escape goes there, too. */
  onBack?: () => void;
  /** At the other end. */
  actions?: ReactNode;
}

/** The top of a screen: the way back, what it is, what can be done with all of it. */
export function ScreenHead({ children, hint, onBack, actions }: ScreenHeadProps) {
  const { t } = useApp();
  useEscape(onBack ?? null);
  return (
    <div className="screen-head">
      {onBack && (
        <Button variant="icon" aria-label={t.nav.back} title={t.nav.back} onClick={onBack}>
          <ChevronLeftIcon />
        </Button>
      )}
      <div className="screen-head__text">
        <h1 className="screen-heading">{children}</h1>
        {hint && <p className="hint">{hint}</p>}
      </div>
      {actions}
    </div>
  );
}
