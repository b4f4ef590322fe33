import type { ComponentProps } from 'react';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  /** `strong`: as `primary`, but only as wide as its text. `danger`: takes something away. */
  variant?: 'plain' | 'wide' | 'primary' | 'strong' | 'danger' | 'link' | 'icon';
  type?: 'button' | 'submit';
  /** Under way: it stays in focus and in its place, and does nothing. */
  busy?: boolean;
}

/** A button of one of the kinds there are. */
export function Button({ variant = 'plain', type = 'button', busy = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button--${variant}`}
      // Not `disabled`, which would throw the focus away while the answer is on its way.
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
