import { useState } from 'react';
import type { Locale } from '../../shared/i18n/locale.ts';
import type { Account } from '../../shared/state.ts';
import { initials } from '../view/initials.ts';
import { Emoji } from './emoji.tsx';
import { PersonIcon } from './icons.tsx';

interface AvatarProps {
  account: Account | null;
  locale: Locale;
  /** Emoji of the current status, shown at the corner. */
  emoji: string | null;
}

/** The person's picture, or their initials. Decoration: the name stands beside it. */
export function Avatar({ account, locale, emoji }: AvatarProps) {
  const letters = account && initials(account, locale);
  return (
    <span className="avatar" aria-hidden="true">
      <span className="avatar__face">{letters ?? <PersonIcon />}</span>
      {account?.avatar && <Picture key={account.avatar} src={account.avatar} />}
      {emoji && (
        <span className="avatar__status">
          <Emoji>{emoji}</Emoji>
        </span>
      )}
    </span>
  );
}

/** Lies over the initials, and goes away where it cannot be loaded. */
function Picture({ src }: { src: string }) {
  const [broken, setBroken] = useState(false);
  return broken ? null : <img className="avatar__picture" src={src} alt="" onError={() => setBroken(true)} />;
}
