import { useApp } from '../hooks.ts';
import type { Offered } from '../view/remedies.ts';
import { Button } from './button.tsx';

interface RemediesProps {
  offered: readonly Offered[];
  /** What each does here; one without a handler is not offered. */
  handlers: Partial<Record<Offered, () => void>>;
  busy?: boolean;
}

/** The buttons with which the person can do something about a failure. */
export function Remedies({ offered, handlers, busy = false }: RemediesProps) {
  const { t } = useApp();
  return offered.map((remedy) => {
    const handler = handlers[remedy];
    return (
      handler && (
        <Button key={remedy} onClick={handler} busy={busy}>
          {t.remedies[remedy]}
        </Button>
      )
    );
  });
}
