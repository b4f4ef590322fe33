/** The parts of the popover that are loaded when they are wanted, so that the first paint does not wait for them. */
import { lazily, type Preload } from './components/lazily.tsx';
import type { Place } from './place.ts';

export const SignIn = lazily(() => import('./screens/sign-in.tsx').then((part) => part.SignIn));
export const Token = lazily(() => import('./screens/token.tsx').then((part) => part.Token));
export const Profile = lazily(() => import('./screens/profile.tsx').then((part) => part.Profile));
export const Accounts = lazily(() => import('./screens/accounts.tsx').then((part) => part.Accounts));
export const AddAccount = lazily(() => import('./screens/accounts.tsx').then((part) => part.AddAccount));
export const AccountMenu = lazily(() => import('./components/account-menu.tsx').then((part) => part.AccountMenu));
export const OtherAccounts = lazily(() => import('./components/other-accounts.tsx').then((part) => part.OtherAccounts));
export const Extend = lazily(() => import('./components/extend.tsx').then((part) => part.Extend));
export const OtherDay = lazily(() => import('./components/other-day.tsx').then((part) => part.OtherDay));
export const Editor = lazily(() => import('./screens/editor.tsx').then((part) => part.Editor));
export const Presets = lazily(() => import('./screens/presets.tsx').then((part) => part.Presets));
export const AvatarScreen = lazily(() => import('./screens/avatar.tsx').then((part) => part.AvatarScreen));
export const DesktopHints = lazily(() => import('./components/desktop-hints.tsx').then((part) => part.DesktopHints));
export const TitleBar = lazily(() => import('./components/title-bar.tsx').then((part) => part.TitleBar));
export const Settings = lazily(() => import('./screens/settings.tsx').then((part) => part.Settings));
export const Licences = lazily(() => import('./screens/licences.tsx').then((part) => part.Licences));

const preloads: Readonly<Record<Place['name'], Preload | null>> = {
  status: null,
  avatar: AvatarScreen.preload,
  token: Token.preload,
  settings: Settings.preload,
  profile: Profile.preload,
  licences: Licences.preload,
  accounts: Accounts.preload,
  'add-account': AddAccount.preload,
  presets: Presets.preload,
  'edit-status': Editor.preload,
  'edit-preset': Editor.preload,
};

/** Loads what a place needs; null = it is there already. */
export const preloadPlace = ({ name }: Place): Promise<void> | null => preloads[name]?.() ?? null;
