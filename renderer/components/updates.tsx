import { useId } from 'react';
import type { CommandName } from '../../shared/contract.ts';
import { updatesTexts } from '../../shared/i18n/areas/updates.ts';
import type { UpdatesView } from '../../shared/updates.ts';
import { useApp, useStore } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

/** Newer versions of the app: what is known of them, and the one thing that can be done next. */
export function Updates({ updates }: { updates: UpdatesView }) {
  const { state } = useApp();
  const { send } = useStore();
  const t = updatesTexts(state.locale);
  const id = useId();
  const { by, phase, version, notes, error } = updates;
  const next = nextStep(phase);
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className="section__heading">
        {t.heading}
      </h2>
      <div className="card updates">
        <p role="status">{sentence(updates, t)}</p>
        {by === 'app' && notes && (phase === 'available' || phase === 'ready') && (
          <details>
            <summary>{t.whatIsNew}</summary>
            <p className="updates__notes" dir="auto">
              {notes}
            </p>
          </details>
        )}
        <div role="alert">{error && <ErrorNote error={error} />}</div>
        {by === 'app' && (
          <>
            <div>
              <Button
                variant={phase === 'ready' ? 'strong' : 'plain'}
                busy={phase === 'checking' || phase === 'downloading'}
                onClick={() => void send(next, {})}
              >
                {{ 'updates.check': t.check, 'updates.download': t.download, 'updates.install': t.restart }[next]}
              </Button>
            </div>
            {version === null && <p className="hint">{t.daily}</p>}
          </>
        )}
      </div>
    </section>
  );
}

function nextStep(phase: UpdatesView['phase']): Extract<CommandName, `updates.${string}`> {
  if (phase === 'ready') return 'updates.install';
  return phase === 'available' || phase === 'downloading' ? 'updates.download' : 'updates.check';
}

function sentence({ by, phase, version }: UpdatesView, t: ReturnType<typeof updatesTexts>): string | null {
  if (by === 'package-manager') return t.packageManager;
  if (by === 'nobody') return t.nobody;
  switch (phase) {
    case 'idle':
      return null;
    case 'checking':
      return t.checking;
    case 'latest':
      return t.latest;
    case 'available':
      return t.available(version ?? '');
    case 'downloading':
      return t.downloading(version ?? '');
    case 'ready':
      return t.ready(version ?? '');
  }
}
