import { useApp, useStore } from '../hooks.ts';
import { Segmented } from './segmented.tsx';

/** The bottom of the screens before one is signed in: whose app this is not, and the language. */
export function Footer() {
  const { state, t } = useApp();
  const { send } = useStore();
  const { languages } = t.settings;
  return (
    <footer className="footer">
      <p className="hint">{t.app.unofficial}</p>
      <Segmented
        legend={t.settings.language}
        legendHidden
        options={[
          { value: 'en', label: languages.en, lang: 'en' },
          { value: 'ru', label: languages.ru, lang: 'ru' },
        ]}
        value={state.locale}
        onChange={(language) => void send('settings.update', { language })}
      />
    </footer>
  );
}
