import type { CheckedToken, Replaced } from '../../shared/contract.ts';
import { inspectorTexts } from '../../shared/i18n/areas/scopes.ts';
import { signInTexts } from '../../shared/i18n/areas/signIn.ts';
import { expiryWarning, roleText } from '../../shared/scopes/wording.ts';
import { useApp, useNow } from '../hooks.ts';
import { featuresOf, featureTone, featureNote, rightsOfChecked } from '../view/token.ts';
import { Avatar } from './avatar.tsx';
import { Badge } from './badge.tsx';
import { Mark } from './mark.tsx';
import { ErrorNote, Note } from './note.tsx';

interface CheckedTokenProps {
  checked: CheckedToken;
  /** The account a token was asked for. */
  userId: number | null;
}

/** Whose token it is and what will and won't work with it, before it is kept. */
export function CheckedTokenCard({ checked, userId }: CheckedTokenProps) {
  const { state, t: all } = useApp();
  const now = useNow();
  const { locale } = state;
  const t = signInTexts(locale).checked;
  const { account, token } = checked;
  const rights = rightsOfChecked(checked);
  const features = featuresOf(rights).filter(({ optional, state: how }) => !optional || how === 'working');
  const hopeless = features.every(({ state: how }) => how === 'missingScope' || how === 'forbiddenByRole');
  const complete = features.every((feature) => feature.state === 'working');
  const warning = expiryWarning(token, now, locale);
  const about = [
    account.nickname && `@${account.nickname}`,
    rights.role !== null && rights.bot !== true && roleText(rights, locale),
  ];

  return (
    <section className="checked-token" aria-label={t.heading}>
      <div className="checked-token__who">
        <Avatar account={account} locale={locale} emoji={null} />
        <div className="who__text">
          <p className="who__name">
            <bdi>{account.name ?? (account.nickname === null ? t.nameless : `@${account.nickname}`)}</bdi>
            {rights.bot === true && <Badge tone="quiet">{all.account.bot}</Badge>}
          </p>
          {token.name !== null && <p className="hint">{t.tokenName(token.name)}</p>}
          {about.some(Boolean) && <p className="hint">{about.filter(Boolean).join(' · ')}</p>}
          {checked.server !== null && <p className="hint">{signInTexts(locale).server.asked(checked.server)}</p>}
          {!rights.scopes.includes('profile:read') && <p className="hint">{t.namelessHint}</p>}
        </div>
      </div>
      {rights.bot === true && <Note tone="advice">{t.bot}</Note>}
      {rights.bot === null && <p className="hint">{t.maybeBot}</p>}
      {userId !== null && account.userId !== userId && <Note tone="advice">{t.other}</Note>}
      {checked.replaces && <Replacing replaced={checked.replaces} checked={checked} />}
      {warning && <Note tone="advice">{warning}</Note>}
      {checked.problem && <ErrorNote error={checked.problem} />}
      {!checked.problem && (
        <ul className="will-work" aria-label={t.features}>
          {features.map((feature) => (
            <li key={feature.scope} className="will-work__row">
              <Mark tone={featureTone(feature)} />
              <span>
                {inspectorTexts(locale).features[feature.scope]}
                {feature.state !== 'working' && (
                  <span className="hint">
                    {' · '}
                    {feature.state === 'missingScope' ? t.lacks(feature.scope) : featureNote(feature, locale)}
                  </span>
                )}
                {feature.state === 'working' && (
                  <span className="visually-hidden"> ({inspectorTexts(locale).featureStates.working})</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hopeless && !checked.problem && <Note tone="advice">{t.nothing}</Note>}
      {!hopeless && !complete && !checked.problem && <p className="hint">{t.fixLater}</p>}
    </section>
  );
}

/** That it takes the place of a token, of which account, and what that costs. */
function Replacing({ replaced, checked }: { replaced: Replaced; checked: CheckedToken }) {
  const { state } = useApp();
  const t = signInTexts(state.locale).checked;
  const { account } = checked;
  const name = replaced.label ?? account.name ?? (account.nickname === null ? t.nameless : `@${account.nickname}`);
  const { features } = inspectorTexts(state.locale);
  return (
    <Note tone="advice">
      <p>{t.replaces(name)}</p>
      {replaced.lost.length > 0 && (
        <>
          <p>{t.loses}</p>
          <ul>
            {replaced.lost.map((scope) => (
              <li key={scope}>{features[scope]}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
