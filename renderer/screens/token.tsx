import { useState } from 'react';
import { appError } from '../../shared/errors.ts';
import { inspectorTexts } from '../../shared/i18n/areas/scopes.ts';
import { tokenTexts } from '../../shared/i18n/areas/token.ts';
import { isScope } from '../../shared/scopes/catalogue.ts';
import { diagnosisText } from '../../shared/scopes/diagnosis.ts';
import { describeFeatures } from '../../shared/scopes/features.ts';
import { inspectScopes } from '../../shared/scopes/inspect.ts';
import { scopeListText, shortestList } from '../../shared/scopes/lists.ts';
import { expiryWarning } from '../../shared/scopes/wording.ts';
import type { Session } from '../../shared/state.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import { Button } from '../components/button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { FeatureList } from '../components/feature-list.tsx';
import { ErrorNote, Note } from '../components/note.tsx';
import { Problem } from '../components/problem.tsx';
import { ScopeList } from '../components/scope-list.tsx';
import { ScreenHead } from '../components/screen-head.tsx';
import { TokenFactsCard } from '../components/token-facts.tsx';
import { useApp, useCommand, useNow } from '../hooks.ts';
import { checkedText } from '../view/moment.ts';
import { excessOf, rightsOf, scopeLine, usedOptional } from '../view/token.ts';
import '../styles/token.css';

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

/** What the token in use can do and cannot, why, and what to do about it; opened at a scope where one is given. */
export function Token({ scope }: { scope: string | null }) {
  const { state } = useApp();
  return state.session.phase === 'signed-in' ? <Inspector session={state.session} at={scope} /> : null;
}

function Inspector({ session, at }: { session: SignedIn; at: string | null }) {
  const { state } = useApp();
  const now = useNow();
  const check = useCommand('token.check');
  const t = tokenTexts(state.locale);
  const { token, scopes, checked } = session;
  const { version } = state.host;
  const style = timeStyle(state);
  const rights = rightsOf(session, state);
  // A token that does not work can do nothing, whatever was ticked in it.
  const inspection = checked && !session.problem ? inspectScopes(rights) : null;
  const features = describeFeatures(inspection);
  const warning = token && expiryWarning(token, now, state.locale);
  // Before the first check there is nothing that could have stayed the same.
  const [again, setAgain] = useState(false);
  const ask = () => {
    setAgain(checked);
    void check.run({});
  };

  return (
    <>
      <ScreenHead
        actions={
          <Button busy={check.busy} onClick={ask}>
            {t.check}
          </Button>
        }
        hint={token ? t.checked(checkedText(token.checkedAt, now, state)) : t.notChecked}
      >
        {t.heading}
      </ScreenHead>
      <Problem />
      {/* What stops the account says itself above. */}
      <div role="alert">{check.error && !session.problem && <ErrorNote error={check.error} />}</div>
      <div className="notices" role="status">
        {session.scopeChange && <WhatChanged change={session.scopeChange} />}
        {again && !session.scopeChange && !check.busy && !check.error && (
          <Note tone="info">{inspectorTexts(state.locale).unchanged}</Note>
        )}
      </div>
      {at !== null && isStray(at, scopes) && (
        <ErrorNote tone="advice" error={appError('insufficient_scope', { scope: at })} />
      )}
      {warning && <Note tone="advice">{warning}</Note>}
      {!session.problem && (
        <section className="card" aria-label={t.features}>
          <FeatureList features={features} bot={rights.bot} at={at} />
        </section>
      )}
      {token && <TokenFactsCard session={session} token={token} rights={rights} now={now} />}
      {token && (
        <div className="diagnosis">
          <CopyButton
            label={t.copyDiagnosis}
            copied={t.copied}
            text={() => diagnosisText({ token, rights, used: usedOptional(scopes), version, now, style })}
          />
          <p className="hint">{t.copyHint}</p>
        </div>
      )}
      {inspection && <Excess scopes={scopes} />}
      {inspection && (
        <ScopeList
          inspection={inspection}
          at={features.some((each) => each.scope === at) ? null : at}
          actions={<CopyButton variant="link" label={t.copyList} copied={t.copied} text={scopeListText(scopes)} />}
        />
      )}
    </>
  );
}

/** A scope that Pachca named and this version knows nothing else about. */
const isStray = (scope: string, granted: readonly string[]): boolean => !isScope(scope) && !granted.includes(scope);

/** What a check found changed since the one before. */
function WhatChanged({ change }: { change: NonNullable<SignedIn['scopeChange']> }) {
  const { state } = useApp();
  const t = inspectorTexts(state.locale);
  return (
    <Note tone="info">
      {change.gained.length > 0 && <p>{t.added(scopeLine(change.gained))}</p>}
      {change.lost.length > 0 && <p>{t.removed(scopeLine(change.lost))}</p>}
    </Note>
  );
}

/** Least privilege: how much more the token can do than the app needs, and what would do. */
function Excess({ scopes }: { scopes: readonly string[] }) {
  const { state } = useApp();
  const t = tokenTexts(state.locale);
  const inspector = inspectorTexts(state.locale);
  const [open, setOpen] = useState(false);
  const excess = excessOf(scopes);
  if (excess.length === 0) return null;
  const enough = shortestList(usedOptional(scopes));
  return (
    <Note
      tone="advice"
      actions={
        <>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.hideShorter : t.showShorter}
          </Button>
          {open && <CopyButton label={t.copyShorter} copied={t.copied} text={scopeListText(enough)} />}
        </>
      }
    >
      <p>{inspector.excess(excess.length)}</p>
      {open && (
        <>
          <p>{t.shorterHint}</p>
          <ul className="shorter">
            {enough.map((scope) => (
              <li key={scope}>
                <code>{scope}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
