import { currentAt } from '../../shared/status.ts';
import { useApp, useNow } from '../hooks.ts';
import { useGo } from '../place.ts';
import { AccountSwitcher } from './account-switcher.tsx';
import { Avatar } from './avatar.tsx';
import { Badge } from './badge.tsx';

/** Who is signed in: the way to their profile, and to the other accounts. */
export function Who() {
  const { state, t } = useApp();
  const now = useNow();
  const go = useGo();
  if (state.session.phase !== 'signed-in') return null;
  const { account, storage } = state.session;
  const name = state.accounts.find(({ current }) => current)?.label ?? account?.name ?? t.account.nameless;
  const contacts = [account?.nickname && `@${account.nickname}`, account?.email].filter(Boolean).join(' · ');
  return (
    <header className="who">
      <button type="button" className="who__profile" title={t.account.profile} onClick={() => go({ name: 'profile' })}>
        <Avatar account={account} locale={state.locale} emoji={currentAt(state.status.current, now)?.emoji ?? null} />
        <span className="who__text">
          <span className="who__name">
            <bdi title={name}>{name}</bdi>
            {storage === 'demo' && <Badge tone="accent">{t.account.demo}</Badge>}
            {account?.bot && <Badge tone="quiet">{t.account.bot}</Badge>}
          </span>
          {contacts && (
            <span className="who__contacts" title={contacts}>
              {contacts}
            </span>
          )}
        </span>
      </button>
      <AccountSwitcher />
    </header>
  );
}
