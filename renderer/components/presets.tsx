import { useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import type { AppState } from '../../shared/state.ts';
import { canWrite, isUnderWay, shownPresetId } from '../../shared/tray-menu.ts';
import { useStore } from '../hooks.ts';
import { tileText } from '../view/tile.ts';
import { Emoji } from './emoji.tsx';
import { CheckIcon, ClockIcon } from './icons.tsx';
import { Button } from './button.tsx';
import { ErrorNote, Note } from './note.tsx';

interface PresetsProps {
  state: AppState;
  t: Messages;
  now: number;
  /** Opens the field for another token. */
  askToken: () => void;
}

/** The presets as tiles: one click sets one. */
export function Presets({ state, t, now, askToken }: PresetsProps) {
  const { send } = useStore();
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<AppError | null>(null);
  const shown = shownPresetId(state);
  // An account with a problem, or a change refused for the scope, says so above.
  const saidAbove =
    (state.session.phase === 'signed-in' && state.session.problem !== null) ||
    state.change?.error?.code === 'insufficient_scope';

  const apply = async (presetId: string) => {
    if (sending.has(presetId)) return;
    setSending((ids) => new Set(ids).add(presetId));
    const result = await send('status.applyPreset', { presetId });
    setSending((ids) => new Set([...ids].filter((id) => id !== presetId)));
    setError(result.ok ? null : result.error);
  };

  return (
    <section className="section" aria-labelledby="presets-heading">
      <h2 id="presets-heading" className="section__heading">
        {t.home.oneClick}
      </h2>
      {!canWrite(state) && !saidAbove && (
        <Note tone="advice" actions={<Button onClick={askToken}>{t.remedies['new-token']}</Button>}>
          {t.home.cannotWrite}
        </Note>
      )}
      <div className="tiles">
        {state.presets.map((preset) => {
          const { hint, end } = tileText(preset, now, state);
          return (
            <button
              key={preset.id}
              type="button"
              className="tile"
              title={end ?? undefined}
              aria-current={preset.id === shown || undefined}
              disabled={!canWrite(state)}
              onClick={() => void apply(preset.id)}
            >
              <Emoji>{preset.emoji}</Emoji>
              <span className="tile__text">
                <span className="tile__title">{preset.title}</span>
                <span className="tile__hint">{hint}</span>
              </span>
              {preset.id === shown && (
                <span className="tile__check">{isUnderWay(state.change) ? <ClockIcon /> : <CheckIcon />}</span>
              )}
            </button>
          );
        })}
      </div>
      <div role="alert">
        {/* A change that failed has its own place; this is for a command that never became a change. */}
        {error && state.change?.phase !== 'failed' && <ErrorNote error={error} onDismiss={() => setError(null)} />}
      </div>
    </section>
  );
}
