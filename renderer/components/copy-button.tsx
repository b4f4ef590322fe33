import { useEffect, useState } from 'react';
import { useCommand } from '../hooks.ts';
import { Button } from './button.tsx';
import { CheckIcon, CopyIcon } from './icons.tsx';
import { ErrorNote } from './note.tsx';

/** How long "Copied" stands in the button's place, in milliseconds. */
const SAID = 2_000;

interface CopyProps {
  /** What is copied, or how to get it; null where that failed and said so itself. */
  text: string | (() => string | Promise<string | null>);
  label: string;
  /** What it says for a moment afterwards. */
  copied: string;
  /** `icon`: where the row says what is copied; `label` is its name. */
  variant?: 'plain' | 'link' | 'icon';
}

/** Copies a text to the clipboard and says that it did. */
export function CopyButton({ text, label, copied, variant = 'plain' }: CopyProps) {
  const { run, busy, error } = useCommand('clipboard.write');
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (done === 0) return;
    const timer = setTimeout(() => setDone(0), SAID);
    return () => clearTimeout(timer);
  }, [done]);

  const copy = async () => {
    const value = typeof text === 'string' ? text : await text();
    if (value === null) return;
    const result = await run({ text: value });
    if (result?.ok) setDone((times) => times + 1);
  };
  const said = done > 0;
  const small = variant === 'icon';
  return (
    <>
      <Button
        variant={variant}
        busy={busy}
        onClick={() => void copy()}
        {...(small ? { 'aria-label': label, title: label } : {})}
      >
        {said ? <CheckIcon /> : small && <CopyIcon />}
        {!small && (said ? copied : label)}
      </Button>
      <span className="visually-hidden" role="status">
        {said && copied}
      </span>
      {error && (
        <div role="alert" className="copy-failed">
          <ErrorNote error={error} />
        </div>
      )}
    </>
  );
}
