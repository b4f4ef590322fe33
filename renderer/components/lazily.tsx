import { createElement, useEffect, useState, type ComponentType } from 'react';
import { appError } from '../../shared/errors.ts';
import { useApp } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

/** Loads a part ahead of its being shown. Never rejects: what could not be loaded says so when it is shown. */
export type Preload = () => Promise<void>;

/** A component whose code is loaded when it is first shown, or ahead of that. */
export type Lazy<Props> = ComponentType<Props> & { readonly preload: Preload };

/**
 * Keeps the code of a part out of the first paint. Until it is loaded, which takes milliseconds, nothing is shown; where
 * it cannot be loaded, that is said and can be tried again.
 *
 * Not `React.lazy`: what a `Suspense` has hidden once, React shows 300 ms later at the earliest.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  const preload: Preload = () =>
    (loading ??= load().then(
      (component) => {
        loaded = component;
      },
      () => {
        loading = null;
      },
    ));

  function Part(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return;
      let left = false;
      void preload().then(() => {
        if (!left) setState(loaded ? 'ready' : 'failed');
      });
      return () => {
        left = true;
      };
    }, [state]);
    if (state === 'failed') return <Failed retry={() => setState('loading')} />;
    return loaded && createElement(loaded, props);
  }
  return Object.assign(Part, { preload });
}

function Failed({ retry }: { retry: () => void }) {
  const { t } = useApp();
  return (
    <div role="alert">
      <ErrorNote
        error={appError('internal', { reason: 'part not loaded' })}
        actions={<Button onClick={retry}>{t.remedies.retry}</Button>}
      />
    </div>
  );
}
