import { useState } from 'react';
import { currentAccount } from '../../shared/account-summary.ts';
import type { AppError } from '../../shared/errors.ts';
import { presetQuestions, type PresetQuestion } from '../../shared/preset-questions.ts';
import { questionsOf, type Preset } from '../../shared/presets.ts';
import type { Result } from '../../shared/result.ts';
import type { Draft } from '../../shared/schemas.ts';
import type { AppState } from '../../shared/state.ts';
import { sameStatus, TITLE_LIMIT } from '../../shared/status.ts';
import { canWrite, secondsUntilRetry } from '../../shared/tray-menu.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote, Note } from '../components/note.tsx';
import { Remedies } from '../components/remedies.tsx';
import { AsksField } from '../editor/asks-field.tsx';
import { EditorForm, type EditorStart, type Written } from '../editor/form.tsx';
import type { EditorRequest } from '../editor/open.ts';
import { forgetAside, keptAside, keptNew, kindOf, setAside, type DraftKind } from '../editor/kept-drafts.ts';
import { useDraft } from '../editor/use-draft.ts';
import { useApp, useCommand, useNow, useStore } from '../hooks.ts';
import { draftOfPreset, draftOfStatus, draftToAdjust, emptyDraft, newDraft, sameDraft } from '../view/editor-draft.ts';
import { isFixed } from '../view/editor-end.ts';
import { cutText } from '../view/editor-text.ts';
import { offeredFor } from '../view/remedies.ts';
import '../styles/editor.css';
import { useEditorTexts } from '../editor/texts.ts';

interface StatusEditorProps {
  mode: 'status';
  request: EditorRequest;
  /** It was set. */
  onDone: () => void;
  /** The person goes back; what is written is kept. */
  onBack: () => void;
}

interface PresetEditorProps {
  mode: 'preset';
  /** The preset to begin with; null = an empty one. */
  initial: Preset | null;
  /** Takes the preset as it was edited, with the id it had, or a new one. */
  save: (preset: Preset) => Promise<Result<unknown>>;
  /** It was saved. */
  onDone: () => void;
  /** The person goes back; what is written is lost. */
  onBack: () => void;
}

export type EditorProps = StatusEditorProps | PresetEditorProps;

/** The editor of a status, or of a preset. It takes the place of a whole screen above the navigation. */
export function Editor(props: EditorProps) {
  return props.mode === 'status' ? <StatusEditor {...props} /> : <PresetEditor {...props} />;
}

function StatusEditor(props: StatusEditorProps) {
  const { state } = useApp();
  const [opened, setOpened] = useState(() => openedWith(props.request, state));
  // Another draft is another editor.
  const continueOther = (present: Draft) => {
    const { account, blank, other } = opened;
    if (!other) return;
    if (sameDraft(present, blank)) forgetAside(account, 'new');
    else setAside(account, 'new', present);
    setOpened({ ...opened, initial: other, unsaved: true, other: sameDraft(present, blank) ? null : present });
  };
  return <StatusForm key={opened.other?.title ?? ''} {...props} opened={opened} continueOther={continueOther} />;
}

interface StatusFormProps extends StatusEditorProps {
  opened: Opened;
  /** Goes on with the other draft that is kept; this one is kept in its place. */
  continueOther: (present: Draft) => void;
}

function StatusForm({ request, opened, continueOther, onDone, onBack }: StatusFormProps) {
  const { state, t } = useApp();
  const editor = useEditorTexts();
  const set = useCommand('status.set');
  const savePreset = useCommand('presets.save');
  const [saved, setSaved] = useState<string | null>(null);
  const { draft, change, forget } = useDraft(opened);
  const { account, kind, other } = opened;

  const onChange = (next: Draft) => {
    if (kind !== 'new') setAside(account, kind, next);
    setSaved(null);
    change(next);
  };
  const throwAway = () => {
    forgetAside(account, kind);
    forget(other);
  };
  const submit = async ({ plan, wayBack }: Written) => {
    savePreset.setError(null);
    const { presetId } = draft;
    const result = await set.run({ plan, wayBack, ...(presetId !== null && { presetId }) });
    if (!result?.ok) return;
    throwAway();
    onDone();
  };
  const saveAsPreset = async ({ plan }: Written) => {
    set.setError(null);
    const hasDate = isFixed(plan.expiry);
    const expiry = hasDate ? ({ kind: 'none' } as const) : plan.expiry;
    const preset = { ...plan, expiry, asks: [], id: crypto.randomUUID(), hidden: false };
    const result = await savePreset.run({ preset });
    if (!result?.ok) return;
    setSaved(editor.savedAsPreset(plan.title) + (hasDate ? ` ${editor.savedWithoutDate}` : ''));
  };

  const error = set.error ?? savePreset.error;
  return (
    <EditorForm
      heading={{ new: editor.newStatus, edit: editor.editStatus, preset: editor.adjustPreset }[kind]}
      mode="status"
      draft={draft}
      onChange={onChange}
      startAt={startOf(request)}
      brief={request.kind === 'preset' ? briefOf(request.preset) : null}
      editOf={request.kind === 'edit' ? request.status : null}
      onBack={onBack}
      onDiscard={
        sameDraft(draft, opened.blank)
          ? null
          : () => {
              throwAway();
              onBack();
            }
      }
      onSubmit={(written) => void submit(written)}
      submit={{ label: editor.set, busyLabel: editor.setting, busy: set.busy }}
      second={{
        label: editor.saveAsPreset,
        busy: savePreset.busy,
        onClick: (written) => {
          const ready = written();
          if (ready) void saveAsPreset(ready);
        },
      }}
    >
      {other && (
        <p className="editor__kept">
          {editor.alsoKept(other.title)}{' '}
          <Button variant="link" onClick={() => continueOther(draft)}>
            {editor.continueKept}
          </Button>
        </p>
      )}
      {!canWrite(state) && <Note tone="advice">{t.home.cannotWrite}</Note>}
      {set.busy && <Waiting />}
      <div role="status">{saved && <p className="editor__saved">{saved}</p>}</div>
      <div role="alert">{error && <Failure error={error} askToken={onBack} />}</div>
    </EditorForm>
  );
}

/** Where one begins. */
function startOf(request: EditorRequest): EditorStart {
  if (request.kind === 'new') return request.pickEmoji ? 'emoji' : 'title';
  return request.kind === 'edit' && request.atMessage ? 'message' : 'title';
}

/** What is asked before a preset is set: what it wants to know, else what one is likely to have opened it for. */
function briefOf(preset: Preset): readonly PresetQuestion[] {
  const questions = questionsOf(preset);
  return questions.length > 0 ? questions : presetQuestions.filter((question) => question === 'end' || preset.isAway);
}

/** What an editor opens with, and who keeps it. */
type Opened = Parameters<typeof useDraft>[0] & {
  readonly kind: DraftKind;
  /** Another new status that is kept and can be gone on with. */
  readonly other: Draft | null;
};

function openedWith(request: EditorRequest, state: AppState): Opened {
  const account = currentAccount(state);
  if (request.kind === 'new') return openedNew(request.title.trim(), account, state);
  const { kind } = request;
  const blank =
    kind === 'edit'
      ? draftOfStatus(request.status, request.source, state)
      : draftToAdjust(request.preset, request.expiry);
  const isOfThis = (draft: Draft) =>
    kind === 'edit'
      ? draft.editOf !== null && sameStatus(draft.editOf, request.status)
      : draft.editOf === null && draft.presetId === request.preset.id;
  const slot = state.draft && kindOf(state.draft, state.status.current, state.presets) === kind ? state.draft : null;
  const earlier = keptAside(account, kind, isOfThis) ?? (slot && isOfThis(slot) ? slot : null);
  // Where no new status is being written, this may have its place, and survives a restart there.
  const keep = state.draft === null || slot !== null;
  return { account, kind, initial: earlier ?? blank, blank, keep, unsaved: false, other: null };
}

/** A title typed on the way here begins another status; what was kept is not in its way, and not lost. */
function openedNew(title: string, account: string, state: AppState): Opened {
  const blank = newDraft(state);
  const kept = keptNew(account, state);
  const isAnother = kept !== null && title !== '' && kept.title.trim() !== '' && kept.title.trim() !== title;
  const before = isAnother ? blank : (kept ?? blank);
  const initial = title === '' ? before : { ...before, title: cutText(title, TITLE_LIMIT) };
  if (isAnother) setAside(account, 'new', kept);
  const other = isAnother ? kept : null;
  return { account, kind: 'new', initial, blank, keep: true, unsaved: initial !== kept && title !== '', other };
}

/** The server asked to wait; nothing has to be done. */
function Waiting() {
  const { state, t } = useApp();
  const now = useNow();
  const { change } = state;
  if (change?.phase !== 'waiting') return null;
  return <p className="hint">{t.home.willRetry(secondsUntilRetry(change, now))}</p>;
}

/** Why it could not be set or saved. The field for another token is on the home screen. */
function Failure({ error, askToken }: { error: AppError; askToken: () => void }) {
  const { send } = useStore();
  return (
    <ErrorNote
      error={error}
      actions={
        <Remedies
          offered={offeredFor(error)}
          handlers={{
            'new-token': askToken,
            'token-help': () => void send('link.open', { link: 'tokens' }),
            'unlock-keychain': () => void send('session.retry', {}),
          }}
        />
      }
    />
  );
}

function PresetEditor({ initial, save, onDone, onBack }: PresetEditorProps) {
  const editor = useEditorTexts();
  const [draft, setDraft] = useState(() => (initial ? draftOfPreset(initial) : emptyDraft));
  const [asks, setAsks] = useState(initial?.asks ?? []);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const submit = async ({ plan }: Written) => {
    setBusy(true);
    const { id = crypto.randomUUID(), hidden = false } = initial ?? {};
    const result = await save({ ...plan, asks, id, hidden });
    setBusy(false);
    setError(result.ok ? null : result.error);
    if (result.ok) onDone();
  };
  return (
    <EditorForm
      heading={initial ? editor.editPreset : editor.newPreset}
      mode="preset"
      draft={draft}
      onChange={setDraft}
      last={<AsksField value={asks} onChange={setAsks} isAway={draft.isAway} />}
      onBack={onBack}
      onSubmit={(written) => void submit(written)}
      submit={{ label: editor.save, busyLabel: editor.saving, busy }}
      second={{ label: editor.cancel, busy: false, onClick: onBack }}
    >
      <div role="alert">{error && <ErrorNote error={error} />}</div>
    </EditorForm>
  );
}
