import { Icon } from '../components/icons.tsx';

export const TurnLeftIcon = () => (
  <Icon>
    <path d="M4 6.5h6.25a4.25 4.25 0 0 1 0 8.5H7M6.75 3.5 3.75 6.5l3 3" />
  </Icon>
);

export const TurnRightIcon = () => (
  <Icon>
    <path d="M14 6.5H7.75a4.25 4.25 0 0 0 0 8.5H11M11.25 3.5l3 3-3 3" />
  </Icon>
);
