import { useState } from 'react';
import type { Messages } from '../../shared/i18n/index.ts';
import { recentsBeside } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { canWrite } from '../../shared/tray-menu.ts';
import { useCommand } from '../hooks.ts';
import { tileText } from '../view/tile.ts';
import { Button } from './button.tsx';
import { Emoji } from './emoji.tsx';
import { ErrorNote } from './note.tsx';

/** As many are shown until all are asked for. */
const FEW = 3;

/** The statuses set from here last: one click sets one again, with its end counted from now. */
export function Recents({ state, t, now }: { state: AppState; t: Messages; now: number }) {
  const apply = useCommand('status.applyRecent');
  const [all, setAll] = useState(false);
  const recents = recentsBeside(state.recents, state.presets);
  if (recents.length === 0) return null;
  return (
    <section className="section" aria-labelledby="recent-heading">
      <div className="section__head">
        <h2 id="recent-heading" className="section__heading">
          {t.actions.recent}
        </h2>
        {recents.length > FEW && (
          <Button variant="link" aria-expanded={all} aria-controls="recent-list" onClick={() => setAll(!all)}>
            {all ? t.actions.showLess : t.actions.showAll(recents.length)}
          </Button>
        )}
      </div>
      <ul id="recent-list" className="recents">
        {(all ? recents : recents.slice(0, FEW)).map((recent) => {
          const { hint, end } = tileText(recent, now, state);
          return (
            <li key={recent.id}>
              <button
                type="button"
                className="recent"
                title={end ?? undefined}
                disabled={!canWrite(state)}
                aria-disabled={apply.busy || undefined}
                onClick={() => void apply.run({ id: recent.id })}
              >
                <Emoji>{recent.emoji}</Emoji>
                <bdi className="recent__title">{recent.title}</bdi> <span className="recent__hint">{hint}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div role="alert">
        {apply.error && state.change?.phase !== 'failed' && (
          <ErrorNote error={apply.error} onDismiss={() => apply.setError(null)} />
        )}
      </div>
    </section>
  );
}
