import type { ReactNode } from 'react';

/** The icons, drawn for this app on a grid of 18 with a line of 1.5, in the colour of the text around them. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 18 18"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const SmileIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="6.75" />
    <path d="M6.25 10.5c.6 1.1 1.6 1.7 2.75 1.7s2.15-.6 2.75-1.7M6.75 7v.5M11.25 7v.5" />
  </Icon>
);

export const SlidersIcon = () => (
  <Icon>
    <path d="M2.5 6h7M13.5 6h2M2.5 12h2M8.5 12h7" />
    <circle cx="11.5" cy="6" r="1.9" />
    <circle cx="6.5" cy="12" r="1.9" />
  </Icon>
);

export const RefreshIcon = () => (
  <Icon>
    <path d="M14.75 9A5.75 5.75 0 1 1 12.9 4.78L14.5 6.25M14.75 3v3.25h-3.25" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m4 9.5 3.25 3.25L14 5.75" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 8 8M13 5l-8 8" />
  </Icon>
);

export const AlertIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="6.75" />
    <path d="M9 5.5v4M9 12.25v.1" />
  </Icon>
);

export const InfoIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="6.75" />
    <path d="M9 8.5v4M9 5.75v.1" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <rect x="3.75" y="8" width="10.5" height="7.25" rx="2" />
    <path d="M6 8V5.75a3 3 0 0 1 6 0V8M9 11v1.25" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <circle cx="9" cy="6.25" r="3" />
    <path d="M3.5 15c.5-2.75 2.7-4.25 5.5-4.25S14 12.25 14.5 15" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="6.75" />
    <path d="M9 5.25V9l2.5 1.75" />
  </Icon>
);

export const ChevronDownIcon = () => (
  <Icon>
    <path d="m5 7.25 4 4 4-4" />
  </Icon>
);

export const ChevronLeftIcon = () => (
  <Icon>
    <path d="m11 4.75-4.25 4.25L11 13.25" />
  </Icon>
);

export const ReturnIcon = () => (
  <Icon>
    <path d="M6.25 4 3 7.25l3.25 3.25M3.5 7.25h7a4 4 0 0 1 0 8H7" />
  </Icon>
);

export const GripIcon = () => (
  <Icon>
    <path d="M6.75 4.5h.01M11.25 4.5h.01M6.75 9h.01M11.25 9h.01M6.75 13.5h.01M11.25 13.5h.01" strokeWidth="2.2" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon>
    <path d="M1.75 9S4.25 4.25 9 4.25 16.25 9 16.25 9 13.75 13.75 9 13.75 1.75 9 1.75 9Z" />
    <circle cx="9" cy="9" r="2.1" />
  </Icon>
);

export const EyeOffIcon = () => (
  <Icon>
    <path d="M7.2 4.45A7 7 0 0 1 9 4.25c4.75 0 7.25 4.75 7.25 4.75s-.75 1.4-2.2 2.7M4.2 6A13 13 0 0 0 1.75 9S4.25 13.75 9 13.75a7.2 7.2 0 0 0 2.9-.6M2.75 2.75l12.5 12.5" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M4.5 9h.01M9 9h.01M13.5 9h.01" strokeWidth="2.2" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M9 3.75v10.5M3.75 9h10.5" />
  </Icon>
);

export const KeyIcon = () => (
  <Icon>
    <circle cx="6" cy="12" r="3.25" />
    <path d="m8.4 9.6 6.1-6.1M11.75 6.25l2.25 2.25" />
  </Icon>
);

export const MinusIcon = () => (
  <Icon>
    <path d="M5 9h8" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <rect x="6.5" y="6.5" width="8.5" height="8.5" rx="2" />
    <path d="M3.75 11.5A1.75 1.75 0 0 1 3 10V5a2 2 0 0 1 2-2h5c.6 0 1.15.3 1.5.75" />
  </Icon>
);

export const OpenIcon = () => (
  <Icon>
    <path d="M7.5 4H5a1.5 1.5 0 0 0-1.5 1.5V13A1.5 1.5 0 0 0 5 14.5h7.5A1.5 1.5 0 0 0 14 13v-2.5M10.5 3.5h4v4M14.25 3.75 8.5 9.5" />
  </Icon>
);

export const QuestionIcon = () => (
  <Icon>
    <path d="M6.75 7a2.25 2.25 0 1 1 3.4 1.95C9.4 9.4 9 9.8 9 10.6M9 13.25v.1" />
  </Icon>
);

export const ExclamationIcon = () => (
  <Icon>
    <path d="M9 4.5v5.25M9 13v.1" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.75" />
    <path d="m11.5 11.5 3.25 3.25" />
  </Icon>
);
