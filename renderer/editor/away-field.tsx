import { useId, type ReactNode } from 'react';
import type { AwayPreview } from '../../shared/away-text.ts';
import type { Draft } from '../../shared/schemas.ts';
import { AWAY_MESSAGE_LIMIT } from '../../shared/status.ts';
import { DeputyField } from './deputy-field.tsx';
import { Switch } from './switch.tsx';
import { TemplateInput } from './template-input.tsx';
import { useEditorTexts } from './texts.ts';
import '../styles/away-message.css';

/** The part of a draft that is about being away. */
export type AwayChoice = Pick<Draft, 'isAway' | 'awayTemplate' | 'deputy'>;

interface AwayFieldProps {
  value: AwayChoice;
  onChange: (change: Partial<AwayChoice>) => void;
  /** What the message comes to (`awayPreview`). */
  preview: AwayPreview;
}

/** Whether one is away, the message that tells so, and who stands in. */
export function AwayField({ value, onChange, preview }: AwayFieldProps) {
  const editor = useEditorTexts();
  const id = useId();
  const isWritten = value.awayTemplate.trim() !== '';
  const usesDeputy = value.awayTemplate.includes('{deputy}');
  return (
    <section className="editor__part">
      <Switch
        label={editor.away}
        hint={editor.awayHint}
        checked={value.isAway}
        onChange={(isAway) => onChange({ isAway })}
      />
      {value.isAway && (
        <>
          <TemplateInput
            id={`${id}-message`}
            value={value.awayTemplate}
            onChange={(awayTemplate) => onChange({ awayTemplate })}
            describedBy={`${id}-preview ${id}-said`}
            invalid={preview.tooLong}
          >
            {isWritten && <Counter length={preview.length} limit={AWAY_MESSAGE_LIMIT} />}
          </TemplateInput>
          <div id={`${id}-said`} className="remarks" role="status">
            <Problems preview={preview} />
          </div>
          {isWritten && (
            <p id={`${id}-preview`} className="preview">
              {editor.preview} <q className="preview__text">{editor.quoted(preview.text)}</q>
            </p>
          )}
          {(usesDeputy || value.deputy) && (
            <DeputyField value={value.deputy} onChange={(deputy) => onChange({ deputy })} used={usesDeputy} />
          )}
        </>
      )}
    </section>
  );
}

/** "9 / 50", in UTF-16 units, which is how limits are counted. */
export function Counter({ id, length, limit }: { id?: string; length: number; limit: number }) {
  const editor = useEditorTexts();
  return (
    <span id={id} className={length > limit ? 'counter counter--over' : 'counter'}>
      {editor.counter(length, limit)}
    </span>
  );
}

/** What is wrong with the message. */
function Problems({ preview }: { preview: AwayPreview }): ReactNode {
  const editor = useEditorTexts();
  const unknown = [...new Set(preview.unknown.map(({ name }) => `{${name}}`))];
  return (
    <>
      {preview.tooLong && <p className="remark remark--error">{editor.tooLong(preview.length - AWAY_MESSAGE_LIMIT)}</p>}
      {unknown.length > 0 && <p className="remark remark--advice">{editor.unknown(unknown.join(', '))}</p>}
      {preview.missing.map((variable) => (
        <p key={variable} className="remark remark--advice">
          {editor.missing[variable]}
        </p>
      ))}
    </>
  );
}
