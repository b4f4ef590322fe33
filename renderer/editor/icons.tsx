import { Icon } from '../components/icons.tsx';

export const BackIcon = () => (
  <Icon>
    <path d="M11 4 6 9l5 5" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.5" />
    <path d="m11.5 11.5 3.25 3.25" />
  </Icon>
);

export const ArrowIcon = () => (
  <Icon>
    <path d="M3.5 9h11M10 4.5 14.5 9 10 13.5" />
  </Icon>
);
