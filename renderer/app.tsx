import {
  lazy,
  startTransition,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { Preset } from '../shared/presets.ts';
import { Footer } from './components/footer.tsx';
import { SlidersIcon, SmileIcon } from './components/icons.tsx';
import { Notices } from './components/notices.tsx';
import { Who } from './components/who.tsx';
import { LazyEditor } from './editor/lazy.tsx';
import { useApp, useEscapeKey, useStore } from './hooks.ts';
import { GoContext, type Place } from './place.ts';
import { Done, Home } from './screens/home.tsx';
import { Locked } from './screens/locked.tsx';
import { SignIn } from './screens/sign-in.tsx';

// Loaded when they are first wanted: the first look needs none of them.
const Presets = lazy(() => import('./screens/presets.tsx').then((screen) => ({ default: screen.Presets })));
const Settings = lazy(() => import('./screens/settings.tsx').then((screen) => ({ default: screen.Settings })));

/** The popover. */
export function App() {
  const { state, t } = useApp();
  const [place, setPlace] = useState<Place>({ name: 'status' });
  // Until a screen is loaded, the one before it stays.
  const go = useCallback((next: Place) => startTransition(() => setPlace(next)), []);
  useDocument();
  useEscapeKey();
  const { session } = state;

  // The keychain is read within milliseconds: an empty page is calmer than one that changes at once.
  if (session.phase === 'starting') {
    return (
      <main className="app" aria-busy="true">
        <h1 className="visually-hidden">{t.tray.starting}</h1>
      </main>
    );
  }

  if (session.phase !== 'signed-in') {
    return (
      <div className="app">
        <Screen key={session.phase}>
          <Notices />
          {session.phase === 'locked' ? <Locked name={session.name} error={session.error} /> : <SignIn />}
        </Screen>
        <Footer />
      </div>
    );
  }
  return (
    <GoContext value={go}>
      <div className="app">
        {place.name === 'status' && <Who />}
        <Suspense>
          <Here key={place.name} place={place} go={go} />
        </Suspense>
        <Done />
        <nav className="nav" aria-label={t.nav.label}>
          <NavButton icon={<SmileIcon />} current={place.name !== 'settings'} onClick={() => go({ name: 'status' })}>
            {t.nav.status}
          </NavButton>
          <NavButton
            icon={<SlidersIcon />}
            current={place.name === 'settings'}
            onClick={() => go({ name: 'settings' })}
          >
            {t.nav.settings}
          </NavButton>
        </nav>
      </div>
    </GoContext>
  );
}

/** The screen of a place. */
function Here({ place, go }: { place: Place; go: (place: Place) => void }) {
  const { send } = useStore();
  switch (place.name) {
    case 'edit-status': {
      const back = () => go({ name: 'status' });
      return <LazyEditor mode="status" request={place.request} onDone={back} onBack={back} />;
    }
    case 'edit-preset': {
      const back = () => go({ name: 'presets' });
      const save = (preset: Preset) => send('presets.save', { preset });
      return <LazyEditor mode="preset" initial={place.preset} save={save} onDone={back} onBack={back} />;
    }
    default:
      return (
        <Screen>
          <Notices />
          {place.name === 'status' && <Home />}
          {place.name === 'presets' && <Presets />}
          {place.name === 'settings' && <Settings />}
        </Screen>
      );
  }
}

/** What scrolls. When one screen makes way for another and takes the focus with it, the new one gets it. */
function Screen({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={main} className="screen" tabIndex={-1}>
      {children}
    </main>
  );
}

function NavButton(props: { icon: ReactNode; current: boolean; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      className="nav__button"
      aria-current={props.current ? 'page' : undefined}
      onClick={props.onClick}
    >
      {props.icon}
      <span>{props.children}</span>
    </button>
  );
}

/** Language and appearance belong to the document, outside of what React draws. */
function useDocument(): void {
  const { state } = useApp();
  const { theme } = state.settings;
  // Before the paint, so that a change of language or theme is one change.
  useLayoutEffect(() => {
    document.documentElement.lang = state.locale;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [state.locale, theme]);
}
