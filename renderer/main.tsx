import { createRoot } from 'react-dom/client';
import type { Bridge } from '../shared/bridge.ts';
import { App } from './app.tsx';
import { Boundary } from './components/boundary.tsx';
import { StoreContext } from './hooks.ts';
import { SignIn } from './parts.ts';
import { openStore } from './store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/notes.css';
import './styles/who.css';
import './styles/current-status.css';
import './styles/home.css';
import './styles/screens.css';
import './styles/quick-entry.css';

declare global {
  interface Window {
    /** Put there by the preload script, or by the preview's client. */
    readonly pachcaStatus: Bridge;
  }
}

/**
 * Not awaited at the top of the module: the parts that are loaded later import what is in the same file, and would wait for
 * it as it waits for them.
 */
async function start(): Promise<void> {
  // Electron's Chromium has Temporal built in; a browser that shows the preview may not.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root');

  // Nothing is drawn before the first snapshot: no spinner, no flash of a wrong language or theme.
  const store = await openStore(window.pachcaStatus);
  if (store.snapshot().state.session.phase === 'signed-out') await SignIn.preload();
  // What a boundary has caught is said in its place and goes into the diagnostics.
  createRoot(container, { onCaughtError: () => undefined }).render(
    <StoreContext value={store}>
      <Boundary name="app" as="screen">
        <App />
      </Boundary>
    </StoreContext>,
  );
}

void start();
