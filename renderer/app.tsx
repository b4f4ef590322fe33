import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Footer } from './components/footer.tsx';
import { KeyIcon, SlidersIcon, SmileIcon } from './components/icons.tsx';
import { Notices } from './components/notices.tsx';
import { Who } from './components/who.tsx';
import { useApp, useEscapeKey } from './hooks.ts';
import { NavigationContext, type Place } from './navigation.ts';
import { Accounts, AddAccount, Profile, SignIn, Token } from './parts.ts';
import { Done, Home } from './screens/home.tsx';
import { Locked } from './screens/locked.tsx';
import { Settings } from './screens/settings.tsx';

/** The popover. */
export function App() {
  const { state, t } = useApp();
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
  if (session.phase === 'signed-in') return <SignedIn />;
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

/** The popover of somebody who is signed in. Whoever signs in again begins at home. */
function SignedIn() {
  const { state, t } = useApp();
  const [place, go] = useState<Place>({ screen: 'status' });
  const navigation = useMemo(() => ({ place, go }), [place]);
  const { screen } = place;
  const account = state.accounts.find(({ current }) => current)?.key;
  const home = () => go({ screen: 'status' });

  const content = (): ReactNode => {
    switch (place.screen) {
      case 'status':
        return <Home />;
      case 'token':
        return <Token key={`${account ?? ''} ${place.scope ?? ''}`} scope={place.scope} />;
      case 'settings':
        return <Settings />;
      case 'profile':
        return <Profile key={account} back={home} />;
      case 'accounts':
        return <Accounts back={home} />;
      case 'add-account':
        return <AddAccount back={home} done={home} />;
    }
  };
  return (
    <NavigationContext value={navigation}>
      <div className="app">
        {screen === 'status' && <Who />}
        <Screen key={screen}>
          <Notices />
          {content()}
        </Screen>
        <Done />
        <nav className="nav" aria-label={t.nav.label}>
          <NavButton icon={<SmileIcon />} current={screen === 'status'} onClick={home}>
            {t.nav.status}
          </NavButton>
          <NavButton
            icon={<KeyIcon />}
            current={screen === 'token'}
            onClick={() => go({ screen: 'token', scope: null })}
          >
            {t.nav.token}
          </NavButton>
          <NavButton icon={<SlidersIcon />} current={screen === 'settings'} onClick={() => go({ screen: 'settings' })}>
            {t.nav.settings}
          </NavButton>
        </nav>
      </div>
    </NavigationContext>
  );
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
