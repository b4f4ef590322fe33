import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { currentAccount } from '../shared/account-summary.ts';
import type { AppState } from '../shared/state.ts';
import type { Preset } from '../shared/presets.ts';
import { Boundary } from './components/boundary.tsx';
import type { EditorRequest } from './editor/open.ts';
import { Footer } from './components/footer.tsx';
import { KeyIcon, LockIcon, PersonIcon, SlidersIcon, SmileIcon } from './components/icons.tsx';
import { Notices } from './components/notices.tsx';
import { Who } from './components/who.tsx';
import { useApp, useEscapeKey, useNetworkBack, useStore, useTellBlur } from './hooks.ts';
import {
  Accounts,
  AddAccount,
  AvatarScreen,
  DesktopHints,
  Editor,
  Licences,
  preloadPlace,
  Presets,
  Profile,
  Settings,
  SignIn,
  TitleBar,
  Token,
} from './parts.ts';
import { GoContext, type Place } from './place.ts';
import { Done, Home } from './screens/home.tsx';
import { Locked } from './screens/locked.tsx';

/** The popover. */
export function App() {
  const { state } = useApp();
  useDocument();
  useEscapeKey();
  useNetworkBack();
  useTellBlur();
  const { session } = state;

  // The keychain is read within milliseconds: an empty page is calmer than one that changes at once.
  if (session.phase === 'starting') {
    return (
      <main className="app" aria-busy="true">
        <Starting />
      </main>
    );
  }
  if (session.phase === 'signed-in') return <SignedIn />;
  return (
    <div className="app">
      <OwnTitleBar />
      <Boundary key={session.phase} name={session.phase} as="screen">
        <Screen>
          <Notices />
          {wantsHints(state) && <DesktopHints />}
          {session.phase === 'locked' ? <Locked name={session.name} error={session.error} /> : <SignIn />}
        </Screen>
      </Boundary>
      <Footer />
    </div>
  );
}

/** Nothing to see, unless the keychain takes its time: then what is waited for. */
function Starting() {
  const { state, t } = useApp();
  const waits = state.notices.some(({ kind }) => kind === 'keychain-waiting');
  if (!waits) return <h1 className="visually-hidden">{t.tray.starting}</h1>;
  return (
    <div className="hero hero--tall" role="status">
      <span className="hero__icon">
        <LockIcon />
      </span>
      <h1 className="hero__heading">{t.notices.keychainWaiting(t.settings.storages.keychain(state.host.keychain))}</h1>
      <p className="hero__intro">{t.notices.keychainWaitingHint}</p>
    </div>
  );
}

/** The title bar, where the system draws none. What goes wrong there must not cost the rest of the popover. */
const OwnTitleBar = () => (
  <Boundary name="title-bar" as="part">
    <TitleBarWhereNeeded />
  </Boundary>
);

const TitleBarWhereNeeded = () => useApp().state.host.desktop.titleBar && <TitleBar />;

/** Whether there is something to tell of how the app sits on the desktop. */
const wantsHints = ({ host, hints }: AppState): boolean => host.desktop.trayMissing || hints.length > 0;

/** The popover of somebody who is signed in. Whoever signs in begins at home. */
function SignedIn() {
  const { state, t } = useApp();
  const [place, go] = usePlace(currentAccount(state));
  useAdjusting(go);
  useSettingsAsked(go);
  const { name } = place;
  const tab = tabOf(name);
  return (
    <GoContext value={go}>
      <div className="app">
        <OwnTitleBar />
        {place.name === 'status' && (
          <Boundary name="who" as="part">
            <Who />
          </Boundary>
        )}
        <Boundary key={place.name} name={place.name} as="screen">
          <Here place={place} go={go} />
        </Boundary>
        <Boundary name="done" as="part">
          <Done />
        </Boundary>
        <nav className="nav" aria-label={t.nav.label}>
          <NavButton icon={<SmileIcon />} current={tab === 'status'} onClick={() => go({ name: 'status' })}>
            {t.nav.status}
          </NavButton>
          <NavButton icon={<PersonIcon />} current={tab === 'avatar'} onClick={() => go({ name: 'avatar' })}>
            {t.nav.avatar}
          </NavButton>
          <NavButton icon={<KeyIcon />} current={tab === 'token'} onClick={() => go({ name: 'token', scope: null })}>
            {t.nav.token}
          </NavButton>
          <NavButton icon={<SlidersIcon />} current={tab === 'settings'} onClick={() => go({ name: 'settings' })}>
            {t.nav.settings}
          </NavButton>
        </nav>
      </div>
    </GoContext>
  );
}

/**
 * Where one is, and the way elsewhere. Until a screen is loaded, the one before it stays. A status that is being written
 * for an account is left, and kept, when the tray's menu changes to another: it would be sent there.
 */
function usePlace(account: string): [Place, (place: Place) => void] {
  const [place, setPlace] = useState<Place>({ name: 'status' });
  const [of, setOf] = useState(account);
  if (of !== account) {
    setOf(account);
    if (place.name === 'edit-status') setPlace({ name: 'status' });
  }
  const wanted = useRef<Place>(place);
  const go = useCallback((next: Place) => {
    wanted.current = next;
    const loading = preloadPlace(next);
    if (!loading) {
      setPlace(next);
      return;
    }
    void loading.then(() => {
      if (wanted.current === next) setPlace(next);
    });
  }, []);
  return [place, go];
}

/** A menu or a shortcut wants a preset to be adjusted: the editor opens on it, once. */
function useAdjusting(go: (place: Place) => void): void {
  const { state } = useApp();
  const { send } = useStore();
  const { adjusting, presets } = state;
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (!adjusting || shown.current === adjusting.id) return;
    shown.current = adjusting.id;
    const { id, presetId, expiry } = adjusting;
    const preset = presets.find((each) => each.id === presetId);
    if (preset) go({ name: 'edit-status', request: { kind: 'preset', preset, expiry } });
    void send('status.adjustingShown', { id });
  }, [adjusting, presets, go, send]);
}

/** Goes to the settings when somebody outside of the page asks for them. */
function useSettingsAsked(go: (place: Place) => void): void {
  const { state } = useApp();
  const seen = useRef(state.settingsAsked);
  useEffect(() => {
    if (state.settingsAsked === seen.current) return;
    seen.current = state.settingsAsked;
    go({ name: 'settings' });
  }, [go, state.settingsAsked]);
}

/** The screen of a place. */
function Here({ place, go }: { place: Place; go: (place: Place) => void }) {
  const { state } = useApp();
  const { send } = useStore();
  const home = () => go({ name: 'status' });
  const account = currentAccount(state);
  switch (place.name) {
    case 'edit-status':
      // Another preset that is asked for from the menu meanwhile is another editor.
      return (
        <Editor key={editorKey(place.request)} mode="status" request={place.request} onDone={home} onBack={home} />
      );
    case 'edit-preset': {
      const back = () => go({ name: 'presets' });
      const save = (preset: Preset) => send('presets.save', { preset });
      return <Editor mode="preset" initial={place.preset} save={save} onDone={back} onBack={back} />;
    }
    default:
      return (
        <Screen>
          <Notices />
          {place.name === 'status' && wantsHints(state) && <DesktopHints />}
          {place.name === 'status' && <Home key={account} />}
          {place.name === 'presets' && <Presets />}
          {place.name === 'avatar' && <AvatarScreen key={account} />}
          {place.name === 'settings' && <Settings />}
          {/* What belongs to one account begins anew with another. */}
          {place.name === 'token' && <Token key={`${account} ${place.scope ?? ''}`} scope={place.scope} />}
          {place.name === 'profile' && <Profile key={account} back={home} />}
          {place.name === 'licences' && <Licences back={() => go({ name: 'settings' })} />}
          {place.name === 'accounts' && <Accounts back={home} />}
          {place.name === 'add-account' && <AddAccount back={home} done={home} />}
        </Screen>
      );
  }
}

const editorKey = (request: EditorRequest): string =>
  request.kind === 'preset' ? `preset ${request.preset.id} ${JSON.stringify(request.expiry)}` : request.kind;

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

/** The button of the bar that a place lies behind. */
function tabOf(name: Place['name']): 'status' | 'avatar' | 'token' | 'settings' {
  if (name === 'licences') return 'settings';
  return name === 'avatar' || name === 'token' || name === 'settings' ? name : 'status';
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
