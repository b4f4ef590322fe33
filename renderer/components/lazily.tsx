import { Component, createElement, Suspense, use, type ComponentType, type ReactNode } from 'react';
import { appError } from '../../shared/errors.ts';
import { useApp } from '../hooks.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './note.tsx';

/** A component whose code is loaded when it is first shown, or ahead of that with `preload`. */
export type Lazy<Props> = ComponentType<Props> & { readonly preload: () => Promise<unknown> };

/**
 * Keeps the code of a part out of the first paint. Show it inside {@link Loading}. What was preloaded appears at once,
 * without the frame in between that `React.lazy` takes; a load that failed is tried again by the next one who asks.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;

  const preload = (): Promise<ComponentType<Props>> => {
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
    return createElement(loaded ?? use(preload()), props);
  }
  return Object.assign(Part, { preload });
}

/** Around what is loaded when it is shown: nothing for the few milliseconds that takes, and a way on where it fails. */
export function Loading({ children }: { children: ReactNode }) {
  return (
    <Boundary>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  );
}

/** Only a class can catch what its children throw while they are drawn. */
class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Failed retry={() => this.setState({ failed: false })} />;
  }
}

function Failed({ retry }: { retry: () => void }) {
  const { t } = useApp();
  return (
    <div role="alert">
      <ErrorNote
        error={appError('internal', { reason: 'chunk' })}
        actions={<Button onClick={retry}>{t.remedies.retry}</Button>}
      />
    </div>
  );
}
