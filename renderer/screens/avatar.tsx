import { useState } from 'react';
import { currentAccount } from '../../shared/account-summary.ts';
import { CropScreen } from '../avatar/crop-screen.tsx';
import { Overview } from '../avatar/overview.tsx';
import { pictureOf } from '../avatar/picture.ts';
import { setPickError, takePicture, usePicking } from '../avatar/picking.ts';
import { useReceiving } from '../avatar/receive.ts';
import { useAvatarTexts } from '../avatar/texts.ts';
import { ErrorNote } from '../components/note.tsx';
import { useApp } from '../hooks.ts';
import { avatarAccess, isChanging } from '../view/avatar.ts';
import '../styles/editor.css';
import '../styles/avatar.css';

/** One's own picture: choose another, crop it, send it, take it back. */
export function AvatarScreen() {
  const { state } = useApp();
  const t = useAvatarTexts();
  const account = currentAccount(state);
  const picking = usePicking(account);
  const [nothingPasted, setNothingPasted] = useState(false);
  const access = avatarAccess(state);

  const take = (file: File) => {
    setNothingPasted(false);
    void takePicture(account, pictureOf(file));
  };
  const dragging = useReceiving({
    enabled: access.kind === 'yes' && !isChanging(state.avatar.job),
    onFile: take,
    onNothing: () => setNothingPasted(true),
  });
  const { pick } = picking;

  return (
    <>
      {pick && picking.open ? (
        <CropScreen account={account} pick={pick} access={access} onFile={take}>
          {picking.reading && <p className="hint">{t.opening}</p>}
          {nothingPasted && <p className="hint">{t.nothingPasted}</p>}
          {picking.error && <ErrorNote error={picking.error} onDismiss={() => setPickError(account, null)} />}
        </CropScreen>
      ) : (
        <Overview account={account} picking={picking} access={access} onFile={take} nothingPasted={nothingPasted} />
      )}
      {dragging && (
        <div className="drop-here" aria-hidden="true">
          {t.dropHere}
        </div>
      )}
    </>
  );
}
