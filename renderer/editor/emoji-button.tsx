import { lazy, Suspense, useRef, useState, type FocusEvent } from 'react';
import { Emoji } from '../components/emoji.tsx';
import { useEditorTexts } from './texts.ts';

const EmojiPicker = lazy(() => import('./emoji-picker.tsx').then((module) => ({ default: module.EmojiPicker })));

interface EmojiButtonProps {
  /** The emoji chosen; empty = none. */
  value: string;
  onChange: (emoji: string) => void;
  /** Whether the picker is open to begin with. */
  opened?: boolean;
}

/**
 * The emoji as a button that opens the picker below the nearest element with `position: relative`. The picker and its data
 * are loaded when they are first wanted.
 */
export function EmojiButton({ value, onChange, opened = false }: EmojiButtonProps) {
  const editor = useEditorTexts();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(opened);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // A window that loses the focus keeps the picker open.
    if (document.hasFocus() && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div className="emoji-choice" onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="emoji-choice__button"
        aria-label={editor.emojiLabel(value)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Emoji>{value}</Emoji>
      </button>
      {open && (
        <Suspense>
          <EmojiPicker
            onPick={(emoji) => {
              onChange(emoji);
              close();
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );
}
