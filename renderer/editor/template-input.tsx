import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { withPhrase } from '../../shared/away-phrases.ts';
import { awayVariables, type AwayVariable } from '../../shared/away-text.ts';
import { AWAY_MESSAGE_LIMIT } from '../../shared/status.ts';
import { useApp } from '../hooks.ts';
import { insertWord } from '../view/editor-text.ts';
import { limitedText } from './limited.ts';
import { useEditorTexts } from './texts.ts';

/** Longest template: what comes out of it may be shorter (`awayTemplateSchema`). */
const TEMPLATE_LIMIT = 2 * AWAY_MESSAGE_LIMIT;

interface TemplateInputProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  describedBy: string;
  invalid: boolean;
  /** Whether one begins here. */
  autoFocus?: boolean;
  /** At the end of the line with the buttons. */
  children?: ReactNode;
}

/** The text of an away message, with its variables marked, and buttons that put one in. It grows with its text. */
export function TemplateInput({
  id,
  value,
  onChange,
  describedBy,
  invalid,
  autoFocus = false,
  children,
}: TemplateInputProps) {
  const { state } = useApp();
  const editor = useEditorTexts();
  const input = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  /** Whether the person has been in the text: where they have not, its caret says nothing. */
  const visited = useRef(false);

  // After a button put a variable in, one goes on writing behind it.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);

  const insert = (variable: AwayVariable) => {
    const { selectionStart, selectionEnd } = input.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    };
    const phrase = withPhrase(value, variable, state.locale);
    const edited = visited.current
      ? insertWord(value, selectionStart, selectionEnd, `{${variable}}`)
      : { text: phrase, caret: phrase.length };
    if (edited.text.length > TEMPLATE_LIMIT) return;
    caret.current = edited.caret;
    onChange(edited.text);
  };

  return (
    <>
      <div className="template">
        <div className="template__mirror" aria-hidden="true">
          {marked(value)}
          {'\n'}
        </div>
        <textarea
          ref={input}
          id={id}
          className="template__input"
          aria-label={editor.message}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          placeholder={editor.messagePlaceholder}
          rows={2}
          autoFocus={autoFocus}
          onFocus={() => {
            visited.current = true;
          }}
          value={value}
          onChange={(event) => onChange(limitedText(event, TEMPLATE_LIMIT))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </div>
      <div className="variables">
        <div className="variables__buttons" role="group" aria-label={editor.insert}>
          {awayVariables.map((variable) => {
            const label = editor.insertVariable(`{${variable}}`, editor.variables[variable]);
            return (
              <button
                key={variable}
                type="button"
                className="variables__button"
                aria-label={label}
                title={label}
                onClick={() => insert(variable)}
              >
                {`{${variable}}`}
              </button>
            );
          })}
        </div>
        {children}
      </div>
    </>
  );
}

/** The text again, unseen behind the field, so that the marks of its variables are in the right places. */
function marked(text: string): readonly ReactNode[] {
  return text.split(/(\{[^{}]*\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const isKnown = awayVariables.some((variable) => part === `{${variable}}`);
    return (
      <mark key={index} className={isKnown ? 'template__variable' : 'template__variable template__variable--unknown'}>
        {part}
      </mark>
    );
  });
}
