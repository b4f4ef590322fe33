import { useEffect, useRef, useState } from 'react';
import { appError, type AppError } from '../../shared/errors.ts';
import { presetsManagerTexts } from '../../shared/i18n/areas/presetsManager.ts';
import { textEncoding } from '../../shared/text-encoding.ts';
import { useApp, useStore } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

const FILE_NAME = 'pachca-status-presets.json';

/** The longest text that the command takes, in UTF-16 units, and so in bytes at least. */
const LONGEST = 1_000_000;

/** The text of a file in whichever encoding an editor has saved it; null = it cannot be read. */
async function textOf(file: File): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return new TextDecoder(textEncoding(bytes)).decode(bytes);
  } catch {
    return null;
  }
}

interface PresetsFileProps {
  /** The file was saved. */
  exported: () => void;
  /** The file's presets took the place of the others. @param before those, as a file; null = nobody could tell */
  imported: (count: number, before: string | null) => void;
}

/** Takes the presets to a file and from one. What is wrong with a file is said here, with its line. */
export function PresetsFile({ exported, imported }: PresetsFileProps) {
  const texts = presetsManagerTexts(useApp().state.locale);
  const { send } = useStore();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  // React has no handler for a file dialog that was cancelled.
  useEffect(() => {
    const field = input.current;
    const letGo = () => void send('popover.hold', { held: false });
    field?.addEventListener('cancel', letGo);
    return () => field?.removeEventListener('cancel', letGo);
  }, [send]);

  const save = async () => {
    setBusy(true);
    const text = await send('presets.export', {});
    const saved = text.ok ? await send('file.save', { name: FILE_NAME, text: text.value }) : text;
    setBusy(false);
    setError(saved.ok ? null : saved.error);
    if (saved.ok && saved.value) exported();
  };

  const choose = async () => {
    setError(null);
    await send('popover.hold', { held: true });
    input.current?.click();
  };

  const read = async (file: File) => {
    setBusy(true);
    const json = file.size > 4 * LONGEST ? null : await textOf(file);
    const before = await send('presets.export', {});
    const result =
      json === null || json.length > LONGEST
        ? { ok: false as const, error: appError('presets_file', { line: null, field: null, reason: 'shape' }) }
        : await send('presets.import', { json });
    setBusy(false);
    setError(result.ok ? null : result.error);
    if (result.ok) imported(result.value, before.ok ? before.value : null);
  };

  return (
    <section className="section" aria-labelledby="presets-file">
      <h2 id="presets-file" className="section__heading">
        {texts.file}
      </h2>
      <div className="presets-file">
        <Button busy={busy} onClick={() => void save()}>
          {texts.export}
        </Button>
        <Button busy={busy} aria-describedby="import-hint" onClick={() => void choose()}>
          {texts.import}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={({ target }) => {
            void send('popover.hold', { held: false });
            const [file] = target.files ?? [];
            if (file) void read(file);
            // The same file can be chosen again once it was mended.
            target.value = '';
          }}
        />
      </div>
      <p id="import-hint" className="hint">
        {texts.importHint}
      </p>
      <div role="alert">{error && <ErrorNote error={error} onDismiss={() => setError(null)} />}</div>
    </section>
  );
}
