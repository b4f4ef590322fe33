import { accountsTexts } from '../../shared/i18n/areas/accounts.ts';
import { AccountCard } from '../components/account-card.tsx';
import { ApplyToAll } from '../components/apply-to-all.tsx';
import { Button } from '../components/button.tsx';
import { EnvironmentToken } from '../components/environment-token.tsx';
import { PlusIcon } from '../components/icons.tsx';
import { ScreenHead } from '../components/screen-head.tsx';
import { TokenForm } from '../components/token-form.tsx';
import { TokenGuide } from '../components/token-guide.tsx';
import { useApp } from '../hooks.ts';
import { useGo } from '../place.ts';
import '../styles/accounts.css';

/** All accounts: which there are, how each is doing, and one status for all of them. */
export function Accounts({ back }: { back: () => void }) {
  const { state } = useApp();
  const go = useGo();
  const t = accountsTexts(state.locale);
  return (
    <>
      <ScreenHead onBack={back}>{t.heading}</ScreenHead>
      <ul className="accounts">
        {state.accounts.map((account) => (
          <AccountCard key={account.key} account={account} />
        ))}
      </ul>
      <Button variant="wide" onClick={() => go({ name: 'add-account' })}>
        <PlusIcon /> {t.add}
      </Button>
      {state.accounts.length > 1 && <ApplyToAll />}
    </>
  );
}

/** Signing in with one more token, or with a new one for an account that is here. */
export function AddAccount({ back, done }: { back: () => void; done: () => void }) {
  const { state } = useApp();
  const t = accountsTexts(state.locale);
  return (
    <>
      <ScreenHead onBack={back}>{t.addHeading}</ScreenHead>
      <p className="hint">{t.addIntro}</p>
      <EnvironmentToken onSignedIn={done} />
      <TokenForm autoFocus onSignedIn={done} />
      <TokenGuide />
    </>
  );
}
