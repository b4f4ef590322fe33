import { useId, useState } from 'react';
import { diagnosticsTexts } from '../../shared/i18n/areas/diagnostics.ts';
import { useApp, useCommand } from '../hooks.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { ErrorNote } from './note.tsx';

/** The name proposed for the file. */
const FILE = 'pachca-status-diagnostics.txt';

/** A text for a bug report: looked at, copied or saved. */
export function Diagnostics() {
  const { state } = useApp();
  const t = diagnosticsTexts(state.locale);
  const id = useId();
  const collect = useCommand('diagnostics.collect');
  const save = useCommand('file.save');
  const [text, setText] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);

  const fresh = async (): Promise<string | null> => {
    setSaved(false);
    const result = await collect.run({});
    return result?.ok ? result.value : null;
  };
  // What is looked at is what is taken along.
  const shownOrFresh = async () => text ?? (await fresh());
  const saveToFile = async () => {
    const value = await shownOrFresh();
    if (value === null) return;
    const result = await save.run({ name: FILE, text: value });
    setSaved(result?.ok === true && result.value);
  };
  const error = collect.error ?? save.error;
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <div className="section__head">
        <h2 id={`${id}-heading`} className="section__heading">
          {t.heading}
        </h2>
        <Button
          variant="link"
          aria-expanded={text !== null}
          busy={collect.busy}
          onClick={() => (text === null ? void fresh().then(setText) : setText(null))}
        >
          {text === null ? t.show : t.hide}
        </Button>
      </div>
      <div className="card diagnostics">
        <p className="hint">{t.hint}</p>
        {text !== null && (
          <pre className="diagnostics__text" aria-label={t.preview} role="region" tabIndex={0}>
            {text}
          </pre>
        )}
        <div className="diagnostics__actions">
          <CopyButton label={t.copy} copied={t.copied} text={shownOrFresh} />
          <Button busy={save.busy || collect.busy} onClick={() => void saveToFile()}>
            {t.save}
          </Button>
        </div>
        <p className="hint" role="status">
          {saved && t.saved}
        </p>
        <div role="alert">{error && <ErrorNote error={error} />}</div>
      </div>
    </section>
  );
}
