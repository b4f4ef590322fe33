import { useId, type ReactNode } from 'react';
import type { Status } from '../../shared/status.ts';
import { ExpiryField } from '../editor/expiry-field.tsx';
import { useApp, useNow } from '../hooks.ts';
import type { End } from '../view/editor-end.ts';
import { endSentence } from '../view/editor-end.ts';
import { untilText } from '../view/moment.ts';
import type { Lasting } from './picking.ts';
import { useAvatarTexts } from './texts.ts';

interface LastingFieldProps {
  value: Lasting;
  onChange: (value: Lasting) => void;
  /** The present status; null = none, and nothing can last as long. */
  status: Status | null;
  /** What the choice of a time comes to. */
  end: End;
}

/** How long the picture is to stay, and what comes then. */
export function LastingField({ value, onChange, status, end }: LastingFieldProps) {
  const { state } = useApp();
  const t = useAvatarTexts();
  const now = useNow();
  const name = useId();
  const choose = (kind: Lasting['kind']) => onChange({ ...value, kind });
  return (
    <fieldset className="lasting">
      <legend className="section__heading">{t.how}</legend>
      <div className="card lasting__choices">
        <Choice name={name} label={t.forGood} checked={value.kind === 'good'} onChoose={() => choose('good')} />
        {status && (
          <Choice
            name={name}
            label={t.withStatus(status.title)}
            hint={untilText(status.expiresAt, now, state)}
            checked={value.kind === 'status'}
            onChoose={() => choose('status')}
          />
        )}
        <Choice name={name} label={t.untilDate} checked={value.kind === 'time'} onChoose={() => choose('time')} />
      </div>
      {value.kind === 'time' && (
        <div className="lasting__time">
          <ExpiryField
            value={value.end}
            onChange={(chosen) => onChange({ ...value, end: chosen })}
            summary={false}
            endless={false}
          />
        </div>
      )}
      {value.kind === 'status' && <p className="hint">{t.backAfterStatus}</p>}
      {value.kind === 'time' && end.kind === 'end' && end.at !== null && <ComesBack at={end.at} />}
    </fieldset>
  );
}

function ComesBack({ at }: { at: number }) {
  const { state } = useApp();
  const t = useAvatarTexts();
  const { moment, after } = endSentence(at, useNow(), state);
  return (
    <p className="sentence">
      {t.backBefore} <strong>{moment}</strong>
      {after}
    </p>
  );
}

interface ChoiceProps {
  name: string;
  label: ReactNode;
  hint?: string;
  checked: boolean;
  onChoose: () => void;
}

function Choice({ name, label, hint, checked, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" className="choice__input" name={name} checked={checked} onChange={onChoose} />
      <span className="choice__text">
        <span>{label}</span> {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}
