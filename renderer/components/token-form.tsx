import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { appError, type AppError } from '../../shared/errors.ts';
import type { Storage } from '../../shared/state.ts';
import { useApp, useCommand, useTakeFocus } from '../hooks.ts';
import { offeredAtField } from '../view/remedies.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';
import { Remedies } from './remedies.tsx';

/** The longest text the command takes, in UTF-16 units. */
const TOKEN_LIMIT = 4096;

interface TokenFormProps {
  /** Whether it is what the person came for. */
  autoFocus?: boolean;
  onSignedIn?: () => void;
}

/** The field for a token, with everything that can go wrong at it. What was typed is kept until it has worked. */
export function TokenForm({ autoFocus = false, onSignedIn }: TokenFormProps) {
  const { state, t } = useApp();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useTakeFocus(field, autoFocus);
  const [token, setToken] = useState('');
  const [shown, setShown] = useState(false);
  const signIn = useCommand('session.signIn');
  const help = useCommand('link.open');
  const error = signIn.error ?? help.error;
  const atField = signIn.error !== null && isAboutToken(signIn.error);

  const submit = async (storage: Exclude<Storage, 'demo'>) => {
    if (token.length > TOKEN_LIMIT) {
      signIn.setError(appError('token_malformed', { reason: 'long' }));
      field.current?.focus();
      return;
    }
    const result = await signIn.run({ token, storage });
    if (result?.ok) {
      setToken('');
      onSignedIn?.();
    } else if (result && isAboutToken(result.error)) {
      field.current?.focus();
    }
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void submit('keychain');
  };
  const askWhere = () => void help.run({ link: 'tokens' });

  return (
    <form className="token-form" onSubmit={onSubmit} noValidate>
      <div className="token-form__head">
        <label className="label" htmlFor={`${id}-token`}>
          {t.signIn.label}
        </label>
        <Button variant="link" onClick={askWhere}>
          {t.signIn.where}
        </Button>
      </div>
      <div className="field">
        <input
          ref={field}
          id={`${id}-token`}
          className="field__input"
          type={shown ? 'text' : 'password'}
          value={token}
          readOnly={signIn.busy}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={atField || undefined}
          aria-describedby={atField ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={(event) => setToken(event.target.value)}
        />
        <Button
          variant="link"
          aria-label={shown ? t.signIn.hideToken : t.signIn.showToken}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t.signIn.hide : t.signIn.show}
        </Button>
      </div>
      <div role="alert">
        {error && (
          <ErrorNote
            error={error}
            id={`${id}-error`}
            actions={
              <Remedies
                offered={signIn.error ? offeredAtField(signIn.error) : []}
                busy={signIn.busy}
                handlers={{
                  retry: () => void submit('keychain'),
                  'unlock-keychain': () => void submit('keychain'),
                  'use-session': () => void submit('session'),
                  'token-help': askWhere,
                }}
              />
            }
          />
        )}
      </div>
      <p id={`${id}-hint`} className="hint">
        {t.signIn.storage(state.host.keychain)}
      </p>
      <Button type="submit" variant="primary" busy={signIn.busy}>
        {signIn.busy ? t.signIn.checking : t.signIn.submit}
      </Button>
    </form>
  );
}

/** Whether the person has to change what is in the field. */
function isAboutToken(error: AppError): boolean {
  return error.code === 'token_malformed' || error.code === 'token_rejected' || error.code === 'token_revoked';
}
