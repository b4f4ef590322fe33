import type { ReactNode } from 'react';
import { CheckIcon, ExclamationIcon, MinusIcon, QuestionIcon } from './icons.tsx';

/** How something is, told by shape and colour; words stand beside it. */
export type MarkTone = 'good' | 'bad' | 'off' | 'unknown';

const icons: Readonly<Record<MarkTone, ReactNode>> = {
  good: <CheckIcon />,
  bad: <ExclamationIcon />,
  off: <MinusIcon />,
  unknown: <QuestionIcon />,
};

/** A small round sign at the beginning of a row. */
export function Mark({ tone }: { tone: MarkTone }) {
  return <span className={`mark mark--${tone}`}>{icons[tone]}</span>;
}
