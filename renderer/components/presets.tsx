import { useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import type { Preset } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { canWrite, isUnderWay, shownPresetId, visiblePresets } from '../../shared/tray-menu.ts';
import { useDigits, useStore } from '../hooks.ts';
import { useGo } from '../place.ts';
import { accountProblem } from '../view/home.ts';
import { tileText } from '../view/tile.ts';
import { Button } from './button.tsx';
import { Emoji } from './emoji.tsx';
import { CheckIcon, ClockIcon } from './icons.tsx';
import { ErrorNote } from './note.tsx';
import { ScopeNote } from './scope-note.tsx';

interface PresetsProps {
  state: AppState;
  t: Messages;
  now: number;
  /** Opens the field for another token. */
  askToken: () => void;
}

/** How many presets have a key: 1 to 9. */
const KEYS = 9;

/** The presets as tiles: one click sets one, and so does its number on the keyboard. */
export function Presets({ state, t, now, askToken }: PresetsProps) {
  const { send } = useStore();
  const go = useGo();
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<AppError | null>(null);
  const shown = shownPresetId(state);
  const presets = visiblePresets(state);
  const writable = canWrite(state);
  // An account with a problem, or a change refused for the scope, says so above.
  // A change that failed has its own place; here stands only what never became a change.
  if (error && state.change?.phase === 'failed') setError(null);
  const saidAbove = accountProblem(state) !== null || state.change?.error?.code === 'insufficient_scope';

  const apply = async (presetId: string) => {
    if (sending.has(presetId)) return;
    setSending((ids) => new Set(ids).add(presetId));
    const result = await send('status.applyPreset', { presetId });
    setSending((ids) => new Set([...ids].filter((id) => id !== presetId)));
    setError(result.ok ? null : result.error);
  };
  useDigits((digit) => {
    const preset = presets[digit - 1];
    if (preset && writable) void apply(preset.id);
  });

  return (
    <section className="section" aria-labelledby="presets-heading">
      <div className="section__head">
        <h2 id="presets-heading" className="section__heading">
          {t.home.oneClick}
        </h2>
        <Button variant="link" onClick={() => go({ name: 'presets' })}>
          {t.actions.editPresets}
        </Button>
      </div>
      {!writable && !saidAbove && (
        <ScopeNote scope="profile_status:write" actions={<Button onClick={askToken}>{t.remedies['new-token']}</Button>}>
          {t.home.cannotWrite}
        </ScopeNote>
      )}
      {presets.length === 0 ? (
        <p className="hint">{t.actions.allHidden}</p>
      ) : (
        <div className="tiles">
          {presets.map((preset, index) => (
            <Tile
              key={preset.id}
              preset={preset}
              number={index < KEYS ? index + 1 : null}
              state={state}
              now={now}
              mark={preset.id !== shown ? null : isUnderWay(state.change) ? 'coming' : 'holds'}
              apply={() => void apply(preset.id)}
            />
          ))}
        </div>
      )}
      <div role="alert">{error && <ErrorNote error={error} onDismiss={() => setError(null)} />}</div>
    </section>
  );
}

interface TileProps {
  preset: Preset;
  /** Its key. */
  number: number | null;
  state: AppState;
  now: number;
  /** Whether it says what colleagues see now, or soon will. */
  mark: 'holds' | 'coming' | null;
  apply: () => void;
}

function Tile({ preset, number, state, now, mark, apply }: TileProps) {
  const { hint, end } = tileText(preset, now, state);
  return (
    <button
      type="button"
      className="tile"
      title={end ?? undefined}
      aria-current={mark !== null || undefined}
      aria-keyshortcuts={number === null ? undefined : String(number)}
      disabled={!canWrite(state)}
      onClick={apply}
    >
      <Emoji>{preset.emoji}</Emoji>
      <span className="tile__text">
        <span className="tile__title">{preset.title}</span> <span className="tile__hint">{hint}</span>
      </span>
      <span className="tile__marks" aria-hidden="true">
        {number !== null && <span className="tile__key">{number}</span>}
        {mark && <span className="tile__check">{mark === 'coming' ? <ClockIcon /> : <CheckIcon />}</span>}
      </span>
    </button>
  );
}
