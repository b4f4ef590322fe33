/** The parts of the popover that are loaded when they are shown, so that the first paint does not wait for them. */
import { lazily } from './components/lazily.tsx';

export const SignIn = lazily(() => import('./screens/sign-in.tsx').then((part) => part.SignIn));
export const TokenForm = lazily(() => import('./components/token-form.tsx').then((part) => part.TokenForm));
export const Token = lazily(() => import('./screens/token.tsx').then((part) => part.Token));
export const Profile = lazily(() => import('./screens/profile.tsx').then((part) => part.Profile));
export const Accounts = lazily(() => import('./screens/accounts.tsx').then((part) => part.Accounts));
export const AddAccount = lazily(() => import('./screens/accounts.tsx').then((part) => part.AddAccount));
export const AccountMenu = lazily(() => import('./components/account-menu.tsx').then((part) => part.AccountMenu));
export const OtherAccounts = lazily(() => import('./components/other-accounts.tsx').then((part) => part.OtherAccounts));
export const Diagnostics = lazily(() => import('./components/diagnostics.tsx').then((part) => part.Diagnostics));
