import type { ReactNode } from 'react';
import { currentAt } from '../../shared/status.ts';
import { useApp, useNow } from '../hooks.ts';
import { Avatar } from './avatar.tsx';
import { Badge } from './badge.tsx';

/** Who is signed in. */
export function Who({ children }: { children?: ReactNode }) {
  const { state, t } = useApp();
  const now = useNow();
  if (state.session.phase !== 'signed-in') return null;
  const { account, storage } = state.session;
  const contacts = [account?.nickname && `@${account.nickname}`, account?.email].filter(Boolean).join(' · ');
  return (
    <header className="who">
      <Avatar account={account} locale={state.locale} emoji={currentAt(state.status.current, now)?.emoji ?? null} />
      <div className="who__text">
        <p className="who__name">
          <span>{account?.name ?? t.account.nameless}</span>
          {storage === 'demo' && <Badge tone="accent">{t.account.demo}</Badge>}
          {account?.bot && <Badge tone="quiet">{t.account.bot}</Badge>}
        </p>
        {contacts && (
          <p className="who__contacts" title={contacts}>
            {contacts}
          </p>
        )}
      </div>
      {children}
    </header>
  );
}
