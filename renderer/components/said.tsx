import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Messages } from '../../shared/i18n/index.ts';
import type { Status } from '../../shared/status.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { Emoji } from './emoji.tsx';
import { SmileIcon } from './icons.tsx';

/** Emoji, title, and what goes with them. */
export function Said({
  status,
  t,
  badge,
  hint,
}: {
  status: Status | null;
  t: Messages;
  badge?: ReactNode;
  hint?: ReactNode;
}) {
  return (
    <div className="said">
      <span className={status ? 'said__emoji' : 'said__emoji said__emoji--none'}>
        {status ? <Emoji>{status.emoji}</Emoji> : <SmileIcon />}
      </span>
      <div className="said__text">
        <div className="said__head">
          <p className="said__title">
            <bdi>{status ? status.title : t.home.none}</bdi>
          </p>
          {badge ?? (status?.isAway && <Badge tone="away">{t.home.away}</Badge>)}
        </div>
        {hint ??
          (status ? (
            status.awayMessage && <AwayMessage key={status.awayMessage} text={status.awayMessage} t={t} />
          ) : (
            <p className="said__hint">{t.home.noneHint}</p>
          ))}
      </div>
    </div>
  );
}

/** The away message; a long one shows its beginning until asked for the rest. */
function AwayMessage({ text, t }: { text: string; t: Messages }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [clipped, setClipped] = useState(false);
  const [all, setAll] = useState(false);

  useLayoutEffect(() => {
    const element = paragraph.current;
    if (!element || all) return;
    const observer = new ResizeObserver(() => setClipped(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, [all]);

  return (
    <div className="away-message">
      <p ref={paragraph} className={all ? 'said__hint' : 'said__hint said__hint--clipped'}>
        {text}
      </p>
      {(clipped || all) && (
        <Button variant="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.home.showLess : t.home.showAll}
        </Button>
      )}
    </div>
  );
}
