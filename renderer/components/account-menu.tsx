import { useEffect, useRef } from 'react';
import { accountsTexts } from '../../shared/i18n/areas/accounts.ts';
import type { AccountSummary } from '../../shared/state.ts';
import { useApp, useCommand, useNow } from '../hooks.ts';
import { useGo } from '../place.ts';
import { accountLine, accountName } from '../../shared/account-summary.ts';
import { Badge } from './badge.tsx';
import { AlertIcon, CheckIcon, PersonIcon, PlusIcon, SlidersIcon } from './icons.tsx';
import { ErrorNote } from './note.tsx';
import '../styles/accounts.css';

/** The list of accounts that drops down from the header: one click switches. */
export function AccountMenu({ close }: { close: () => void }) {
  const { state, t: all } = useApp();
  const navigate = useGo();
  const t = accountsTexts(state.locale);
  const list = useRef<HTMLDivElement>(null);
  const change = useCommand('accounts.switch');
  useEffect(() => list.current?.querySelector('button')?.focus(), []);

  const choose = async (account: AccountSummary) => {
    if (account.current) {
      close();
      return;
    }
    const result = await change.run({ key: account.key });
    if (result?.ok) close();
  };
  const go = (name: 'profile' | 'accounts' | 'add-account') => {
    close();
    navigate({ name });
  };
  return (
    <div ref={list} className="account-menu" role="group" aria-label={t.heading}>
      {state.accounts.length > 1 && (
        <ul className="account-menu__list">
          {state.accounts.map((account) => (
            <li key={account.key}>
              <AccountItem account={account} busy={change.busy} choose={() => void choose(account)} />
            </li>
          ))}
        </ul>
      )}
      <div role="alert">{change.error && <ErrorNote error={change.error} />}</div>
      <ul className="account-menu__list">
        <li>
          <button type="button" className="account-menu__item" onClick={() => go('profile')}>
            <PersonIcon /> {all.account.profile}
          </button>
        </li>
        <li>
          <button type="button" className="account-menu__item" onClick={() => go('add-account')}>
            <PlusIcon /> {t.add}
          </button>
        </li>
        <li>
          <button type="button" className="account-menu__item" onClick={() => go('accounts')}>
            <SlidersIcon /> {t.manage}
          </button>
        </li>
      </ul>
    </div>
  );
}

function AccountItem({ account, busy, choose }: { account: AccountSummary; busy: boolean; choose: () => void }) {
  const { state } = useApp();
  const now = useNow();
  const t = accountsTexts(state.locale);
  return (
    <button
      type="button"
      className="account-menu__item"
      aria-current={account.current || undefined}
      aria-disabled={busy || undefined}
      onClick={choose}
    >
      <span className="account-menu__sign">
        {account.problem ? <AlertIcon /> : account.current ? <CheckIcon /> : null}
      </span>
      <span className="account-menu__text">
        <span className="account-menu__name">
          <span>{accountName(account, state.locale)}</span>
          {account.bot && <Badge tone="quiet">{t.bot}</Badge>}
          {account.storage === 'demo' && <Badge tone="accent">{t.demo}</Badge>}
        </span>
        <span className={account.problem ? 'account-line account-line--problem' : 'account-line'}>
          {accountLine(account, now, state.locale)}
        </span>
      </span>
    </button>
  );
}
