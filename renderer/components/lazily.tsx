import { createElement, useEffect, useState, type ComponentType } from 'react';
import { appError } from '../../shared/errors.ts';
import { useApp } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

/** A component whose code is loaded when it is first shown, or ahead of that with `preload`. */
export type Lazy<Props> = ComponentType<Props> & { readonly preload: () => Promise<unknown> };

/**
 * Keeps the code of a part out of the first paint. Until it is loaded, which takes milliseconds, nothing is shown; where
 * it cannot be loaded, that is said and can be tried again.
 *
 * Not `React.lazy`: what a `Suspense` has hidden once, React shows 300 ms later at the earliest.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<unknown> | null = null;

  const preload = (): Promise<unknown> => {
    loading ??= load().then(
      (component) => (loaded = component),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };

  function Part(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return;
      let left = false;
      const tell = (outcome: 'ready' | 'failed') => {
        if (!left) setState(outcome);
      };
      preload().then(
        () => tell('ready'),
        () => tell('failed'),
      );
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
