import { useEffect, useState } from 'react';
import { appError } from '../../shared/errors.ts';
import { licencesTexts } from '../../shared/i18n/areas/licences.ts';
import { ErrorNote } from '../components/note.tsx';
import { ScreenHead } from '../components/screen-head.tsx';
import { useApp } from '../hooks.ts';
import { loadLicences, type Licence } from '../view/licences.ts';
import '../styles/licences.css';

/** Whose software is inside of the app, and under which licences. */
export function Licences({ back }: { back: () => void }) {
  const { state } = useApp();
  const t = licencesTexts(state.locale);
  const [licences, setLicences] = useState<readonly Licence[] | 'failed' | null>(null);
  useEffect(() => {
    let left = false;
    loadLicences().then(
      (list) => {
        if (!left) setLicences(list);
      },
      () => {
        if (!left) setLicences('failed');
      },
    );
    return () => {
      left = true;
    };
  }, []);

  return (
    <>
      <ScreenHead onBack={back}>{t.heading}</ScreenHead>
      <p className="hint">{t.own}</p>
      <div role="alert">
        {licences === 'failed' && <ErrorNote error={appError('internal', { reason: 'licences not loaded' })} />}
      </div>
      {licences === null && (
        <p className="hint hint--centred" role="status">
          {t.loading}
        </p>
      )}
      {Array.isArray(licences) && (
        <ul className="card licences" lang="en">
          {licences.map(({ name, version, licence, text }: Licence) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary>
                  <span className="licences__name">{name}</span>
                  <span className="licences__which">
                    {version} · {licence}
                  </span>
                </summary>
                <pre tabIndex={0} aria-label={name} role="region">
                  {text}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">{t.chromium}</p>
    </>
  );
}
