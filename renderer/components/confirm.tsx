import { useId, useLayoutEffect, useRef } from 'react';
import { useEscape } from '../hooks.ts';
import { Button } from './button.tsx';
import '../styles/confirm.css';

interface ConfirmProps {
  title: string;
  children: string;
  /** What the dangerous button says. */
  confirm: string;
  cancel: string;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be undone. The harmless answer has the focus. */
export function Confirm({ title, children, confirm, cancel, busy = false, onConfirm, onCancel }: ConfirmProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEscape(onCancel);
  // Closed before it is taken away, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`} className="confirm__title">
        {title}
      </h2>
      <p id={`${id}-text`}>{children}</p>
      <div className="confirm__actions">
        <Button autoFocus onClick={onCancel}>
          {cancel}
        </Button>
        <Button variant="danger" busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
