import { useId, type ReactNode } from 'react';
import type { AwayPreview } from '../../shared/away-text.ts';
import type { Draft } from '../../shared/schemas.ts';
import { AWAY_MESSAGE_LIMIT } from '../../shared/status.ts';
import { Button } from '../components/button.tsx';
import { useApp } from '../hooks.ts';
import { withDeputy } from '../view/editor-draft.ts';
import { DeputyField } from './deputy-field.tsx';
import { Switch } from '../components/switch.tsx';
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
  /** Says that the message names another day than the end; null = it does not. */
  otherDay: string | null;
  /** Whether one begins with the message. */
  atMessage: boolean;
}

/** Whether one is away, the message that tells so, and who stands in. */
export function AwayField({ value, onChange, preview, otherDay, atMessage }: AwayFieldProps) {
  const { state } = useApp();
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
            autoFocus={atMessage}
          >
            {isWritten && <Counter length={preview.length} limit={AWAY_MESSAGE_LIMIT} />}
          </TemplateInput>
          <div id={`${id}-said`} className="remarks" role="status">
            <MessageRemarks
              preview={preview}
              otherDay={otherDay}
              onEdit={() => document.getElementById(`${id}-message`)?.focus()}
            />
          </div>
          {isWritten && <MessagePreview id={`${id}-preview`} preview={preview} />}
          {(usesDeputy || value.deputy) && (
            <DeputyField
              value={value.deputy}
              onChange={(deputy) => onChange(withDeputy(value, deputy, state.locale))}
              used={usesDeputy}
            />
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

/** What colleagues will read. */
export function MessagePreview({ id, preview }: { id?: string; preview: AwayPreview }) {
  const editor = useEditorTexts();
  return (
    <p id={id} className="preview">
      {editor.preview} <q className="preview__text">{editor.quoted(preview.text)}</q>
    </p>
  );
}

interface MessageRemarksProps {
  preview: AwayPreview;
  otherDay: string | null;
  /** The person wants to put it right. */
  onEdit: () => void;
}

/** What is wrong with the message. */
export function MessageRemarks({ preview, otherDay, onEdit }: MessageRemarksProps): ReactNode {
  const { t } = useApp();
  const editor = useEditorTexts();
  const unknown = [...new Set(preview.unknown.map(({ name }) => `{${name}}`))];
  return (
    <>
      {preview.tooLong && <p className="remark remark--error">{editor.tooLong(preview.length - AWAY_MESSAGE_LIMIT)}</p>}
      {otherDay !== null && (
        <p className="remark remark--advice">
          {otherDay}{' '}
          <Button variant="link" onClick={onEdit}>
            {t.actions.editMessage}
          </Button>
        </p>
      )}
      {unknown.length > 0 && <p className="remark remark--advice">{editor.unknown(unknown.join(', '))}</p>}
      {preview.missing.map((variable) => (
        <p key={variable} className="remark remark--advice">
          {editor.missing[variable]}
        </p>
      ))}
    </>
  );
}
