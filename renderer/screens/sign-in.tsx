import { useState } from 'react';
import { signInTexts } from '../../shared/i18n/areas/signIn.ts';
import { Button } from '../components/button.tsx';
import { Emoji } from '../components/emoji.tsx';
import { EnvironmentToken } from '../components/environment-token.tsx';
import { ErrorNote } from '../components/note.tsx';
import { TokenForm } from '../components/token-form.tsx';
import { TokenGuide } from '../components/token-guide.tsx';
import { useApp, useCommand } from '../hooks.ts';

/** The first screen: paste a token, or try the demo. Once it is known whose token it is, only that matters. */
export function SignIn() {
  const { state } = useApp();
  const t = signInTexts(state.locale);
  const demo = useCommand('session.tryDemo');
  const [known, setKnown] = useState(false);
  return (
    <>
      {known ? (
        <h1 className="screen-heading">{t.checked.heading}</h1>
      ) : (
        <div className="hero">
          <Emoji>🏖️</Emoji>
          <h1 className="hero__heading">{t.heading}</h1>
          <p className="hero__intro">{t.intro}</p>
        </div>
      )}
      {!known && <EnvironmentToken />}
      <TokenForm autoFocus onKnown={setKnown} />
      {!known && (
        <>
          <p className="try-demo">
            {t.demoQuestion}{' '}
            <Button variant="link" busy={demo.busy} onClick={() => void demo.run({})}>
              {t.demo}
            </Button>
          </p>
          <div role="alert">{demo.error && <ErrorNote error={demo.error} />}</div>
          <TokenGuide />
        </>
      )}
    </>
  );
}
