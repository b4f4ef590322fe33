import { useState } from 'react';
import { currentAccount } from '../../shared/account-summary.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Preset } from '../../shared/presets.ts';
import type { Result } from '../../shared/result.ts';
import type { Draft } from '../../shared/schemas.ts';
import type { AppState } from '../../shared/state.ts';
import { sameStatus, TITLE_LIMIT, type Status } from '../../shared/status.ts';
import { canWrite, secondsUntilRetry } from '../../shared/tray-menu.ts';
import { ErrorNote, Note } from '../components/note.tsx';
import { Remedies } from '../components/remedies.tsx';
import { EditorForm, type Written } from '../editor/form.tsx';
import type { EditorRequest } from '../editor/open.ts';
import { useDraft } from '../editor/use-draft.ts';
import { useApp, useCommand, useNow, useStore } from '../hooks.ts';
import { draftOfPreset, draftOfStatus, emptyDraft, sameDraft } from '../view/editor-draft.ts';
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

/**
 * What was changed of the present status and not sent, for when the person comes back to it. The draft that the main side
 * keeps is of a new status, and is not to be lost for an edit.
 */
let keptEdit: { readonly of: Status; readonly draft: Draft } | null = null;

function StatusEditor({ request, onDone, onBack }: StatusEditorProps) {
  const { state, t } = useApp();
  const editor = useEditorTexts();
  const set = useCommand('status.set');
  const savePreset = useCommand('presets.save');
  const [saved, setSaved] = useState<string | null>(null);
  const [opened] = useState(() => openedWith(request, state));
  const { draft, change, forget } = useDraft(opened);
  const isEdit = request.kind === 'edit';

  const onChange = (next: Draft) => {
    if (isEdit) keptEdit = { of: request.status, draft: next };
    setSaved(null);
    change(next);
  };
  const throwAway = () => {
    if (isEdit) keptEdit = null;
    forget();
  };
  const submit = async (written: Written) => {
    savePreset.setError(null);
    const result = await set.run(written);
    if (!result?.ok) return;
    throwAway();
    onDone();
  };
  const saveAsPreset = async ({ plan }: Written) => {
    set.setError(null);
    const hasDate = isFixed(plan.expiry);
    const expiry = hasDate ? ({ kind: 'none' } as const) : plan.expiry;
    const result = await savePreset.run({ preset: { ...plan, expiry, id: crypto.randomUUID(), hidden: false } });
    if (!result?.ok) return;
    setSaved(editor.savedAsPreset(plan.title) + (hasDate ? ` ${editor.savedWithoutDate}` : ''));
  };

  const error = set.error ?? savePreset.error;
  return (
    <EditorForm
      heading={isEdit ? editor.editStatus : editor.newStatus}
      mode="status"
      draft={draft}
      onChange={onChange}
      pickEmoji={request.kind === 'new' && request.pickEmoji}
      editOf={isEdit ? request.status : null}
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
      {!canWrite(state) && <Note tone="advice">{t.home.cannotWrite}</Note>}
      {set.busy && <Waiting />}
      <div role="status">{saved && <p className="editor__saved">{saved}</p>}</div>
      <div role="alert">{error && <Failure error={error} askToken={onBack} />}</div>
    </EditorForm>
  );
}

/** What an editor opens with, and who keeps it. */
function openedWith(request: EditorRequest, state: AppState): Parameters<typeof useDraft>[0] {
  const kept = state.draft;
  const account = currentAccount(state);
  if (request.kind === 'edit') {
    const { status } = request;
    const blank = draftOfStatus(status, state.timeZone);
    const earlier = keptEdit && sameStatus(keptEdit.of, status) ? keptEdit.draft : null;
    // Where no new status is being written, the edit may have its place, and survives a restart there.
    const keep = kept === null || (earlier !== null && sameDraft(kept, earlier));
    return { account, initial: earlier ?? blank, blank, keep, unsaved: false };
  }
  const before = kept ?? emptyDraft;
  const initial = request.title.trim() === '' ? before : { ...before, title: cutText(request.title, TITLE_LIMIT) };
  return { account, initial, blank: emptyDraft, keep: true, unsaved: initial !== before };
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
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const submit = async ({ plan }: Written) => {
    setBusy(true);
    const result = await save({ ...plan, id: initial?.id ?? crypto.randomUUID(), hidden: initial?.hidden ?? false });
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
      onBack={onBack}
      onSubmit={(written) => void submit(written)}
      submit={{ label: editor.save, busyLabel: editor.saving, busy }}
      second={{ label: editor.cancel, busy: false, onClick: onBack }}
    >
      <div role="alert">{error && <ErrorNote error={error} />}</div>
    </EditorForm>
  );
}
