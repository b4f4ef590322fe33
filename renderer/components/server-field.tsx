import { useEffect, useRef } from 'react';
import { signInTexts } from '../../shared/i18n/areas/signIn.ts';
import { useApp } from '../hooks.ts';
import { Button } from './button.tsx';

interface ServerFieldProps {
  id: string;
  /** What was typed; null = the usual server. */
  value: string | null;
  /** Whether what was typed is no address. */
  invalid: boolean;
  onChange: (value: string | null) => void;
}

/** Where the token is from, for those whose Pachca is not at Pachca's: closed until somebody asks for it. */
export function ServerField({ id, value, invalid, onChange }: ServerFieldProps) {
  const { state } = useApp();
  const t = signInTexts(state.locale).server;
  const input = useRef<HTMLInputElement>(null);
  const open = value !== null;
  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);

  return (
    <div className="server-field">
      <div className="token-form__head">
        {open ? (
          <label className="label" htmlFor={id}>
            {t.label}
          </label>
        ) : (
          <span className="hint">{state.host.server !== null && t.asked(state.host.server)}</span>
        )}
        <Button variant="link" aria-expanded={open} onClick={() => onChange(open ? null : '')}>
          {open ? t.usual : t.other}
        </Button>
      </div>
      {open && (
        <>
          <div className="field">
            <input
              ref={input}
              id={id}
              className="field__input"
              type="url"
              inputMode="url"
              placeholder="https://pachca.example.com"
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              maxLength={2000}
              value={value}
              aria-invalid={invalid || undefined}
              aria-describedby={`${id}-hint`}
              onChange={(event) => onChange(event.target.value)}
            />
          </div>
          <p id={`${id}-hint`} className="hint">
            {t.hint}
          </p>
        </>
      )}
    </div>
  );
}
