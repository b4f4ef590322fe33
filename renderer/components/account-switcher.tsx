import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { useApp, useEscape } from '../hooks.ts';
import { AccountMenu } from '../parts.ts';
import { Button } from './button.tsx';
import { ChevronDownIcon } from './icons.tsx';

/** The button at the end of the header, and the accounts that drop down from it. */
export function AccountSwitcher() {
  const { t } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  useEscape(open ? close : null);
  useEffect(() => {
    if (!open) return;
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div ref={place} className="who__accounts" onBlur={onBlur}>
      <Button
        variant="icon"
        aria-label={t.account.accounts}
        title={t.account.accounts}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <ChevronDownIcon />
      </Button>
      {open && <AccountMenu close={close} />}
    </div>
  );
}
