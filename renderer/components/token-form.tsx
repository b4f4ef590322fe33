import { useEffect, useId, useRef, useState, type ClipboardEvent, type SyntheticEvent } from 'react';
import type { CheckedToken } from '../../shared/contract.ts';
import { appError, type AppError } from '../../shared/errors.ts';
import { isForeignToken } from '../../shared/foreign-token.ts';
import { signInTexts } from '../../shared/i18n/areas/signIn.ts';
import type { Storage } from '../../shared/state.ts';
import { useApp, useCommand, useStore, useTakeFocus } from '../hooks.ts';
import { offeredAtField } from '../view/remedies.ts';
import { cleanToken, looksComplete } from '../view/token-text.ts';
import { Button } from './button.tsx';
import { CheckedTokenCard } from './checked-token.tsx';
import { ErrorNote } from './note.tsx';
import { Remedies } from './remedies.tsx';
import { ServerField } from './server-field.tsx';

/** The longest text the commands take, in UTF-16 units. */
const TOKEN_LIMIT = 4096;

/** How long to wait after the last keystroke before asking whose token it is, in milliseconds. */
const PAUSE = 300;

/** How far the token in the field has got. */
type Check =
  | { readonly phase: 'none' | 'checking' }
  | { readonly phase: 'known'; readonly token: CheckedToken }
  | { readonly phase: 'failed'; readonly error: AppError };

interface TokenFormProps {
  /** Whether it is what the person came for. */
  autoFocus?: boolean;
  /** The account a new token is asked for: one of somebody else is taken as well, but that is said. */
  userId?: number | null;
  /** The server that account is on, where it is not the usual one. */
  server?: string | null;
  onSignedIn?: () => void;
  /** Whether it shows whose token it is. */
  onKnown?: (known: boolean) => void;
}

/**
 * The field for a token, with everything that can go wrong at it. It asks whose token this is as soon as it looks
 * complete, shows that, and keeps the token only when the person then says so. What was typed stays until it has worked.
 *
 * The token is in the field and in the commands sent, nowhere else: the field is not React's, which would write what was
 * typed into the page's markup.
 */
export function TokenForm({
  autoFocus = false,
  userId = null,
  server: first = null,
  onSignedIn,
  onKnown,
}: TokenFormProps) {
  const { state } = useApp();
  const { send } = useStore();
  const t = signInTexts(state.locale);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What the field holds: an answer about anything else comes too late. */
  const newest = useRef('');
  /** The address of another server, as it was typed. */
  const server = useRef<string | null>(first);
  const [typedServer, setTypedServer] = useState<string | null>(first);
  useTakeFocus(field, autoFocus);
  const [shown, setShown] = useState(false);
  const [check, setCheck] = useState<Check>({ phase: 'none' });
  const signIn = useCommand('session.signIn');
  const help = useCommand('link.open');

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      newest.current = '';
    },
    [],
  );

  const show = (next: Check) => {
    setCheck(next);
    onKnown?.(next.phase === 'known');
  };

  const ask = async () => {
    clearTimeout(timer.current);
    const token = newest.current;
    const wrong = token.length > TOKEN_LIMIT ? 'long' : isForeignToken(token) ? 'foreign' : null;
    if (wrong) {
      show({ phase: 'failed', error: appError('token_malformed', { reason: wrong }) });
      field.current?.focus();
      return;
    }
    show({ phase: 'checking' });
    const asked = server.current;
    const result = await send('session.checkToken', { token, ...at(server.current) });
    if (newest.current !== token || server.current !== asked) return;
    show(result.ok ? { phase: 'known', token: result.value } : { phase: 'failed', error: result.error });
    if (!result.ok && isAboutToken(result.error)) field.current?.focus();
  };

  /** What is known of the token is not known any more: it, or the server to ask, is another one. */
  const startOver = () => {
    clearTimeout(timer.current);
    show({ phase: 'none' });
    signIn.setError(null);
    help.setError(null);
  };

  const changed = () => {
    const token = cleanToken(field.current?.value ?? '');
    if (token === newest.current) return;
    newest.current = token;
    startOver();
    // Somebody else's secret must not be sent, not even to ask whose it is.
    if (isForeignToken(token)) show({ phase: 'failed', error: appError('token_malformed', { reason: 'foreign' }) });
    // With an address being typed nobody knows yet whom to ask.
    else if (looksComplete(token) && server.current === null) timer.current = setTimeout(() => void ask(), PAUSE);
  };

  const chooseServer = (address: string | null) => {
    server.current = address;
    setTypedServer(address);
    startOver();
  };

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const pasted = event.clipboardData.getData('text');
    const token = cleanToken(pasted);
    if (token === pasted || input.readOnly) return;
    event.preventDefault();
    input.setRangeText(token, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
    changed();
  };

  const keep = async (storage: Exclude<Storage, 'demo'>) => {
    const result = await signIn.run({ token: newest.current, storage, ...at(server.current) });
    if (!result?.ok) return;
    newest.current = '';
    if (field.current) field.current.value = '';
    show({ phase: 'none' });
    onSignedIn?.();
  };

  const known = check.phase === 'known';
  /** No call of its owner will be answered: what helps is another token. */
  const useless = known && check.token.problem !== null;
  const another = () => {
    if (field.current) field.current.value = '';
    changed();
    field.current?.focus();
  };
  const busy = check.phase === 'checking' || signIn.busy;
  const go = () => (known ? keep('keychain') : ask());
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) void go();
  };
  const askWhere = () => void help.run({ link: 'tokens' });

  const failure = check.phase === 'failed' ? check.error : signIn.error;
  const atField = failure !== null && isAboutToken(failure);
  const error = failure ?? help.error;

  return (
    <form className="token-form" onSubmit={onSubmit} noValidate>
      <div className="token-form__head">
        <label className="label" htmlFor={`${id}-token`}>
          {t.label}
        </label>
        <Button variant="link" onClick={askWhere}>
          {t.where}
        </Button>
      </div>
      <div className="field">
        <input
          ref={field}
          id={`${id}-token`}
          className="field__input"
          type={shown ? 'text' : 'password'}
          readOnly={signIn.busy}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={atField || undefined}
          aria-describedby={atField ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={changed}
          onPaste={paste}
        />
        <Button
          variant="link"
          aria-label={shown ? t.hideToken : t.showToken}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t.hide : t.show}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {known && `${t.checked.heading}: ${check.token.account.name ?? t.checked.nameless}`}
      </p>
      {known && <CheckedTokenCard checked={check.token} userId={userId} />}
      <div role="alert">
        {error && (
          <ErrorNote
            error={error}
            id={`${id}-error`}
            actions={
              <Remedies
                offered={failure ? offeredAtField(failure) : []}
                busy={busy}
                handlers={{
                  retry: () => void go(),
                  'unlock-keychain': () => void keep('keychain'),
                  'use-session': () => void keep('session'),
                  'token-help': askWhere,
                }}
              />
            }
          />
        )}
      </div>
      <ServerField
        id={`${id}-server`}
        value={typedServer}
        invalid={failure?.code === 'server_address'}
        onChange={chooseServer}
      />
      <p id={`${id}-hint`} className="hint">
        {t.asks} {t.storage(state.host.keychain)}
      </p>
      {useless && (
        <Button variant="primary" onClick={another}>
          {t.another}
        </Button>
      )}
      <Button type="submit" variant={useless ? 'link' : 'primary'} busy={busy}>
        {known
          ? signIn.busy
            ? t.continuing
            : useless
              ? t.continueAnyway
              : t.continue
          : check.phase === 'checking'
            ? t.checking
            : t.check}
      </Button>
    </form>
  );
}

/** The server to ask, where it is not the usual one. */
const at = (server: string | null) => (server === null || server.trim() === '' ? {} : { server });

/** Whether the person has to change what is in the field. */
function isAboutToken(error: AppError): boolean {
  return error.code === 'token_malformed' || error.code === 'token_rejected' || error.code === 'token_revoked';
}
