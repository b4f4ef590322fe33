import { accountsTexts } from '../../shared/i18n/areas/accounts.ts';
import { useApp, useCommand, useNow } from '../hooks.ts';
import { accountLine, accountName } from '../../shared/account-summary.ts';
import { ErrorNote } from './note.tsx';
import '../styles/accounts.css';

/** Where the account in use cannot be reached: the others, which may be. */
export function OtherAccounts() {
  const { state } = useApp();
  const now = useNow();
  const t = accountsTexts(state.locale);
  const change = useCommand('accounts.switch');
  return (
    <section className="section" aria-labelledby="other-accounts">
      <h2 id="other-accounts" className="section__heading">
        {t.others}
      </h2>
      <ul className="card account-menu__list">
        {state.accounts
          .filter(({ current }) => !current)
          .map((account) => (
            <li key={account.key}>
              <button
                type="button"
                className="account-menu__item"
                aria-disabled={change.busy || undefined}
                onClick={() => void change.run({ key: account.key })}
              >
                <span className="account-menu__text">
                  <span className="account-menu__name">{accountName(account, state.locale)}</span>
                  <span className="account-line">{accountLine(account, now, state.locale)}</span>
                </span>
              </button>
            </li>
          ))}
      </ul>
      <div role="alert">{change.error && <ErrorNote error={change.error} />}</div>
    </section>
  );
}
