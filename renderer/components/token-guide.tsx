import { useState } from 'react';
import { signInTexts, type TokenKind } from '../../shared/i18n/areas/signIn.ts';
import { neededScopes } from '../../shared/scopes.ts';
import { useApp, useCommand } from '../hooks.ts';
import '../styles/sign-in.css';
import { Button } from './button.tsx';
import { OpenIcon } from './icons.tsx';
import { ErrorNote } from './note.tsx';
import { Segmented } from './segmented.tsx';

/** How a token is made, a person's and a bot's, step by step. */
export function TokenGuide() {
  const { state } = useApp();
  const t = signInTexts(state.locale).guide;
  const [kind, setKind] = useState<TokenKind>('person');
  const open = useCommand('link.open');
  return (
    <section className="card guide" aria-labelledby="guide-heading">
      <h2 id="guide-heading" className="section__heading">
        {t.heading}
      </h2>
      <Segmented
        legend={t.kind}
        legendHidden
        options={[
          { value: 'person', label: t.kinds.person },
          { value: 'bot', label: t.kinds.bot },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'bot' && <p>{t.bot}</p>}
      <ol className="guide__steps">
        <li>{t.places[kind]}</li>
        <li>
          {t.tick}
          <dl className="scopes__list">
            {neededScopes.map((scope) => (
              <div key={scope} className="scopes__row">
                <dt>
                  <code>{scope}</code>
                </dt>
                <dd>{t.scopes[scope]}</dd>
              </div>
            ))}
          </dl>
        </li>
        <li>{t.copy}</li>
      </ol>
      <Button
        variant="link"
        busy={open.busy}
        onClick={() => void open.run({ link: kind === 'bot' ? 'botTokens' : 'tokens' })}
      >
        {t.open} <OpenIcon />
      </Button>
      <div role="alert">{open.error && <ErrorNote error={open.error} />}</div>
    </section>
  );
}
