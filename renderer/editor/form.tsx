import { useEffect, useId, useRef, useState, type SyntheticEvent, type ReactNode } from 'react';
import { expiryContext } from '../../shared/plan.ts';
import type { PresetQuestion } from '../../shared/preset-questions.ts';
import type { Draft, StatusPlan, WayBack } from '../../shared/schemas.ts';
import { TITLE_LIMIT, type Status } from '../../shared/status.ts';
import { Button } from '../components/button.tsx';
import { useApp, useEscape, useNow, useStore } from '../hooks.ts';
import { awayPreview, planOf, problemsOf, statusToReturnTo, type Problem } from '../view/editor-draft.ts';
import { endOf } from '../view/editor-end.ts';
import { untilText } from '../view/moment.ts';
import { otherDayText } from '../view/named-day.ts';
import { BriefFields } from './brief-fields.tsx';
import { AwayField, Counter } from './away-field.tsx';
import { EmojiButton } from './emoji-button.tsx';
import { EndSentence, ExpiryField } from './expiry-field.tsx';
import { BackIcon } from './icons.tsx';
import { limitedText } from './limited.ts';
import { Switch } from '../components/switch.tsx';
import { useEditorTexts } from './texts.ts';

/** What the person wants to be done with what is written. */
export interface Written {
  readonly plan: StatusPlan;
  /** As `status.set` takes it. */
  readonly wayBack: WayBack;
}

/** Where one begins. */
export type EditorStart = 'emoji' | 'title' | 'message';

interface EditorFormProps {
  heading: string;
  mode: 'status' | 'preset';
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** What one begins with: the emoji picker is open, or a field has the focus. */
  startAt?: EditorStart;
  /** Only these fields, until all are asked for; null = all. */
  brief?: readonly PresetQuestion[] | null;
  /** After all other fields. */
  last?: ReactNode;
  /** The status that is edited: one cannot return to it afterwards. Null = what is written is a new one. */
  editOf?: Status | null;
  onBack: () => void;
  /** Throws away what is written; null = there is nothing to throw away. */
  onDiscard?: (() => void) | null;
  /** Enter, or the button. Called only with what can be sent. */
  onSubmit: (written: Written) => void;
  submit: { readonly label: string; readonly busyLabel: string; readonly busy: boolean };
  /** The button beside it. */
  second: { readonly label: string; readonly busy: boolean; readonly onClick: (written: () => Written | null) => void };
  /** Above the buttons: what came of them. */
  children?: ReactNode;
}

/** The editor's screen: every field of a status or a preset, and the two buttons that stay in sight. */
export function EditorForm(props: EditorFormProps) {
  const { heading, mode, draft, onChange, editOf = null, onBack, onDiscard, submit, second } = props;
  const { startAt = 'title' } = props;
  const { state } = useApp();
  const now = useNow();
  const store = useStore();
  const id = useId();
  const editor = useEditorTexts();
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const [brief, setBrief] = useState(props.brief ?? null);
  useEscape(onBack);
  // One goes on writing behind what is there.
  useEffect(() => title.current?.setSelectionRange(TITLE_LIMIT, TITLE_LIMIT), []);

  const isStatus = mode === 'status';
  const context = expiryContext(state);
  const end = endOf(draft, now, context, isStatus);
  const at = end.kind === 'end' ? end.at : null;
  const preview = awayPreview(draft, at, now, state);
  const problems = asked ? problemsOf(draft, end, preview) : [];
  const offered = isStatus && !editOf && end.kind === 'end' ? statusToReturnTo(state, at, now) : null;
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const otherDay = isStatus && draft.isAway ? otherDayText(preview.text, at, state) : null;

  /** What is written, as it can be sent at this very moment; null = something has to be changed, and says so. */
  const written = (): Written | null => {
    setAsked(true);
    const moment = store.now();
    const last = endOf(draft, moment, context, isStatus);
    const lastPreview = awayPreview(draft, last.kind === 'end' ? last.at : null, moment, state);
    const [problem] = problemsOf(draft, last, lastPreview);
    const broken = form.current?.querySelector<HTMLElement>('.native-field:invalid');
    if (problem || last.kind !== 'end' || broken) {
      const field = broken ?? fieldOf(form.current, problem ?? 'end');
      if (!field) setBrief(null);
      field?.focus();
      return null;
    }
    const wayBack = editOf ? { editOf } : offered ? draft.wayBack : null;
    return { plan: planOf(draft, last.rule), wayBack };
  };

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (submit.busy) return;
    const ready = written();
    if (ready) props.onSubmit(ready);
  };

  return (
    <form ref={form} className="editor" noValidate onSubmit={onSubmit} aria-labelledby={`${id}-heading`}>
      <header className="editor__header">
        <Button variant="icon" aria-label={editor.back} title={editor.back} onClick={onBack}>
          <BackIcon />
        </Button>
        <h1 id={`${id}-heading`} className="screen-heading">
          {heading}
        </h1>
        {onDiscard && (
          <Button variant="link" aria-label={editor.discardLabel} onClick={onDiscard}>
            {editor.discard}
          </Button>
        )}
      </header>
      <main className="editor__body">
        {brief ? (
          <BriefFields
            draft={draft}
            onChange={change}
            questions={brief}
            preview={preview}
            otherDay={otherDay}
            onAll={() => setBrief(null)}
          />
        ) : (
          <>
            <div className="title-row">
              <EmojiButton value={draft.emoji} onChange={(emoji) => change({ emoji })} opened={startAt === 'emoji'} />
              <div className="field title-row__field">
                <input
                  ref={title}
                  className="field__input"
                  aria-label={editor.title}
                  aria-describedby={`${id}-title-counter ${id}-title-problem`}
                  aria-invalid={problems.includes('title') || problems.includes('titleLong') || undefined}
                  autoComplete="off"
                  autoFocus={startAt === 'title'}
                  placeholder={editor.titlePlaceholder}
                  value={draft.title}
                  onChange={(event) => change({ title: limitedText(event, TITLE_LIMIT) })}
                />
                <Counter id={`${id}-title-counter`} length={draft.title.length} limit={TITLE_LIMIT} />
              </div>
            </div>
            <div id={`${id}-title-problem`} className="remarks" role="status">
              {problems.includes('emoji') && (
                <p className="remark remark--error">{draft.emoji === '' ? editor.emojiMissing : editor.emojiNotOne}</p>
              )}
              {problems.includes('title') && <p className="remark remark--error">{editor.titleMissing}</p>}
              {problems.includes('titleLong') && (
                <p className="remark remark--error">{editor.titleLong(draft.title.trim().length, TITLE_LIMIT)}</p>
              )}
            </div>
            <AwayField
              value={draft}
              onChange={change}
              preview={preview}
              otherDay={otherDay}
              atMessage={startAt === 'message'}
            />
            <ExpiryField value={draft} onChange={change} dates={isStatus} summary={false} />
          </>
        )}
        {offered && (
          <Switch
            label={editor.wayBack(`${offered.emoji} ${offered.title}`)}
            hint={editor.wayBackUntil(untilText(offered.expiresAt, now, state))}
            checked={draft.wayBack ?? true}
            onChange={(wayBack) => change({ wayBack })}
          />
        )}
        {props.last}
      </main>
      <footer className="editor__footer">
        {props.children}
        {end.kind === 'end' && <EndSentence at={end.at} preset={!isStatus} />}
        <div className="editor__buttons">
          <Button busy={second.busy} onClick={() => second.onClick(written)}>
            {second.label}
          </Button>
          <Button type="submit" variant="primary" busy={submit.busy}>
            {submit.busy ? submit.busyLabel : submit.label}
          </Button>
        </div>
      </footer>
    </form>
  );
}

/** The field in which a problem can be put right. */
function fieldOf(form: HTMLFormElement | null, problem: Problem): HTMLElement | null {
  const selectors: Readonly<Record<Problem, string>> = {
    emoji: '.emoji-choice__button',
    title: '.title-row .field__input',
    titleLong: '.title-row .field__input',
    message: '.template__input',
    end: '.end-words',
  };
  return form?.querySelector<HTMLElement>(selectors[problem]) ?? null;
}
