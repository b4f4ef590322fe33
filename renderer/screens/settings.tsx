import { currentServer } from '../../shared/account-summary.ts';
import { themes, trayIconTones } from '../../shared/state.ts';
import { licencesTexts } from '../../shared/i18n/areas/licences.ts';
import { Badge } from '../components/badge.tsx';
import { DesktopSettings } from '../components/desktop-settings.tsx';
import { ErrorNote } from '../components/note.tsx';
import { Button } from '../components/button.tsx';
import { Segmented } from '../components/segmented.tsx';
import { SignOut } from '../components/sign-out.tsx';
import { TimeSettings } from '../components/time-settings.tsx';
import { Updates } from '../components/updates.tsx';
import { useApp, useSettings } from '../hooks.ts';
import { useGo } from '../place.ts';
import { Diagnostics } from '../components/diagnostics.tsx';
import { RemoveAll } from '../components/remove-all.tsx';

/** Settings: language, looks, the account and how to leave it. */
export function Settings() {
  const { state, t } = useApp();
  const update = useSettings();
  const go = useGo();
  const texts = t.settings;
  const { session, settings, host } = state;
  const server = currentServer(state);

  return (
    <>
      <h1 className="screen-heading">{texts.heading}</h1>
      <section className="card settings">
        <Segmented
          legend={texts.language}
          options={[
            { value: 'system', label: texts.languageSystem(texts.languages[state.systemLocale]) },
            { value: 'en', label: texts.languages.en, lang: 'en' },
            { value: 'ru', label: texts.languages.ru, lang: 'ru' },
          ]}
          value={settings.language}
          onChange={(language) => update.save({ language })}
        />
        <Segmented
          legend={texts.theme}
          options={themes.map((value) => ({ value, label: texts.themes[value] }))}
          value={settings.theme}
          onChange={(theme) => update.save({ theme })}
        />
        {/* macOS tints the icon itself. */}
        {host.platform !== 'darwin' && (
          <Segmented
            legend={texts.trayIcon}
            hint={texts.trayIconHint}
            options={trayIconTones.map((value) => ({ value, label: texts.trayIcons[value] }))}
            value={settings.trayIcon}
            onChange={(trayIcon) => update.save({ trayIcon })}
          />
        )}
        <div role="alert">{update.error && <ErrorNote error={update.error} />}</div>
      </section>
      <TimeSettings />
      <DesktopSettings />
      {session.phase === 'signed-in' && (
        <section className="section" aria-labelledby="account-heading">
          <h2 id="account-heading" className="section__heading">
            {texts.account}
          </h2>
          <div className="card settings settings--account">
            <div className="settings__account">
              <p className="settings__name">
                <bdi>{session.account?.name ?? t.account.nameless}</bdi>
                {session.storage === 'demo' && <Badge tone="accent">{t.account.demo}</Badge>}
                {session.account?.bot && <Badge tone="quiet">{t.account.bot}</Badge>}
              </p>
              {session.account?.email && <p className="hint">{session.account.email}</p>}
              {server !== null && <p className="hint">{server}</p>}
            </div>
            <dl className="facts">
              <dt>{texts.storedIn}</dt>
              <dd>
                {session.storage === 'keychain'
                  ? texts.storages.keychain(host.keychain)
                  : texts.storages[session.storage]}
              </dd>
            </dl>
            <SignOut storage={session.storage} />
          </div>
        </section>
      )}

      {state.updates && <Updates updates={state.updates} />}
      <Diagnostics />
      <RemoveAll />

      <footer className="about">
        <span>{texts.version(host.version)}</span>
        <Button variant="link" onClick={() => go({ name: 'licences' })}>
          {licencesTexts(state.locale).open}
        </Button>
        <span>{t.app.unofficial}</span>
      </footer>
    </>
  );
}
