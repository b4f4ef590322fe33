import { useId, useState } from 'react';
import type { CommandValue } from '../../shared/contract.ts';
import { accountsTexts } from '../../shared/i18n/areas/accounts.ts';
import { errorText } from '../../shared/i18n/index.ts';
import { useApp, useCommand } from '../hooks.ts';
import { accountName } from '../../shared/account-summary.ts';
import { Button } from './button.tsx';
import { Mark } from './mark.tsx';
import { ErrorNote } from './note.tsx';

/** One preset in every account, with what became of it in each. */
export function ApplyToAll() {
  const { state } = useApp();
  const t = accountsTexts(state.locale);
  const id = useId();
  const { run, busy, error } = useCommand('status.applyPresetToAll');
  const [chosen, setChosen] = useState<string | null>(null);
  const [results, setResults] = useState<CommandValue<'status.applyPresetToAll'>>([]);
  const preset = state.presets.find((each) => each.id === chosen) ?? state.presets[0];
  if (!preset) return null;

  const apply = async () => {
    setResults([]);
    const result = await run({ presetId: preset.id });
    if (result?.ok) setResults(result.value);
  };
  return (
    <section className="card apply-all" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className="section__heading">
        {t.all}
      </h2>
      <p className="hint">{t.allHint}</p>
      <label className="visually-hidden" htmlFor={`${id}-preset`}>
        {t.preset}
      </label>
      <select
        id={`${id}-preset`}
        className="select"
        value={preset.id}
        onChange={(event) => {
          setChosen(event.target.value);
          setResults([]);
        }}
      >
        {state.presets.map(({ id: value, emoji, title }) => (
          <option key={value} value={value}>
            {`${emoji} ${title}`}
          </option>
        ))}
      </select>
      <Button variant="wide" busy={busy} onClick={() => void apply()}>
        {busy ? t.applying : t.apply(state.accounts.length)}
      </Button>
      <div role="alert">{error && <ErrorNote error={error} />}</div>
      <div role="status">
        {results.length > 0 && (
          <ul className="will-work" aria-label={t.results}>
            {results.map((result) => {
              const account = state.accounts.find(({ key }) => key === result.key);
              return (
                <li key={result.key} className="will-work__row">
                  <Mark tone={result.error ? 'bad' : 'good'} />
                  <span>
                    {account ? accountName(account, state.locale) : result.key}
                    <span className="hint">
                      {' · '}
                      {result.error ? errorText(state.locale, result.error).title : t.done}
                    </span>
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
