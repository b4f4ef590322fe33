import type { ReactNode } from 'react';

/** One or two words that qualify what they stand beside. */
export function Badge({ tone, children }: { tone: 'away' | 'quiet' | 'accent'; children: ReactNode }) {
  return <span className={`badge badge--${tone}`}>{children}</span>;
}
