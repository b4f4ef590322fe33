import { neededScopes } from '../../shared/scopes.ts';
import { Button } from '../components/button.tsx';
import { Emoji } from '../components/emoji.tsx';
import { ErrorNote } from '../components/note.tsx';
import { TokenForm } from '../components/token-form.tsx';
import { useApp, useCommand } from '../hooks.ts';

/** The first screen: paste a token, or try the demo. */
export function SignIn() {
  const { t } = useApp();
  const demo = useCommand('session.tryDemo');
  return (
    <>
      <div className="hero">
        <Emoji>🏖️</Emoji>
        <h1 className="hero__heading">{t.signIn.heading}</h1>
        <p className="hero__intro">{t.signIn.intro}</p>
      </div>
      <TokenForm autoFocus />
      <p className="try-demo">
        {t.signIn.demoQuestion}{' '}
        <Button variant="link" busy={demo.busy} onClick={() => void demo.run({})}>
          {t.signIn.demo}
        </Button>
      </p>
      <div role="alert">{demo.error && <ErrorNote error={demo.error} />}</div>
      <section className="card scopes" aria-labelledby="scopes-heading">
        <h2 id="scopes-heading" className="section__heading">
          {t.signIn.scopesHeading}
        </h2>
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
        <p className="hint">{t.signIn.helpPath}</p>
      </section>
    </>
  );
}
