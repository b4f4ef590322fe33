import { useCallback, useEffect, useState } from 'react';
import { useStore } from '../hooks.ts';

/** Who wants the popover to stay open. */
const holders = new Set<symbol>();

/**
 * Keeps the popover open although another window has the focus, until it is let go, at the latest when the component
 * goes. It stays as long as anybody holds it.
 */
export function useHold(): { readonly hold: () => Promise<void>; readonly letGo: () => void } {
  const { send } = useStore();
  const [holder] = useState(() => Symbol('holder'));

  const hold = useCallback(async () => {
    holders.add(holder);
    await send('popover.hold', { held: true });
  }, [send, holder]);
  const letGo = useCallback(() => {
    if (holders.delete(holder) && holders.size === 0) void send('popover.hold', { held: false });
  }, [send, holder]);

  useEffect(() => letGo, [letGo]);
  return { hold, letGo };
}
