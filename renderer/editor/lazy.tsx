import { lazy, Suspense } from 'react';
import type { EditorProps } from '../screens/editor.tsx';

const load = () => import('../screens/editor.tsx');
const Loaded = lazy(() => load().then((module) => ({ default: module.Editor })));

/** Begins to load the editor, because it is about to be opened. */
export function preloadEditor(): void {
  void load();
}

/** The editor, loaded when it is first opened. */
export function LazyEditor(props: EditorProps) {
  return (
    // An empty screen for some milliseconds is calmer than one that changes at once.
    <Suspense fallback={<main className="screen" aria-busy="true" />}>
      <Loaded {...props} />
    </Suspense>
  );
}
