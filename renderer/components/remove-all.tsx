import { useState } from 'react';
import { useApp, useCommand } from '../hooks.ts';
import { Button } from './button.tsx';
import { Confirm } from './confirm.tsx';
import { ErrorNote } from './note.tsx';

/** Removes everything the app keeps on this computer, once the person has said so twice. */
export function RemoveAll() {
  const { t } = useApp();
  const texts = t.settings;
  const { run, busy, error } = useCommand('session.removeAll');
  const [asked, setAsked] = useState(false);
  const remove = async (force: boolean) => {
    await run({ force });
    setAsked(false);
  };
  return (
    <div className="sign-out">
      <div role="alert">
        {error && (
          <ErrorNote
            error={error}
            actions={
              <>
                <Button busy={busy} onClick={() => void remove(false)}>
                  {t.remedies.retry}
                </Button>
                <Button busy={busy} onClick={() => void remove(true)}>
                  {texts.removeAllAnyway}
                </Button>
              </>
            }
          />
        )}
      </div>
      <Button variant="link" onClick={() => setAsked(true)}>
        {texts.removeAll}
      </Button>
      {asked && (
        <Confirm
          title={texts.removeAllTitle}
          confirm={texts.removeAllConfirm}
          cancel={texts.cancel}
          busy={busy}
          onConfirm={() => void remove(false)}
          onCancel={() => setAsked(false)}
        >
          {texts.removeAllText}
        </Confirm>
      )}
    </div>
  );
}
