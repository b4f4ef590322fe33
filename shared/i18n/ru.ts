import { ru as account } from './common/account.ts';
import { ru as actions } from './areas/home.ts';
import { ru as app } from './common/app.ts';
import { ru as ending } from './common/ending.ts';
import { ru as entry } from './areas/entry.ts';
import { ru as errorDetail } from './common/errorDetail.ts';
import { ru as expiry } from './areas/expiry.ts';
import { ru as home } from './common/home.ts';
import { ru as locked } from './common/locked.ts';
import { ru as nav } from './common/nav.ts';
import { ru as notices } from './common/notices.ts';
import { ru as presets } from './common/presets.ts';
import { ru as preview } from './common/preview.ts';
import { ru as remedies } from './common/remedies.ts';
import { ru as settings } from './common/settings.ts';
import { ru as signIn } from './common/signIn.ts';
import { ru as time } from './common/time.ts';
import { ru as tray } from './common/tray.ts';
import { ru as appErrors } from './errors/app.ts';
import { ru as avatarErrors } from './errors/avatar.ts';
import { ru as desktopErrors } from './errors/desktop.ts';
import { ru as imageErrors } from './errors/image.ts';
import { ru as keychainErrors } from './errors/keychain.ts';
import { ru as networkErrors } from './errors/network.ts';
import { ru as presetsErrors } from './errors/presets.ts';
import { ru as refusalErrors } from './errors/refusals.ts';
import { ru as serverErrors } from './errors/server.ts';
import { ru as settingsErrors } from './errors/settings.ts';
import { ru as statusErrors } from './errors/status.ts';
import { ru as tokenErrors } from './errors/token.ts';
import type { Messages } from './en.ts';

const errors: Messages['errors'] = {
  ...appErrors,
  ...tokenErrors,
  ...networkErrors,
  ...refusalErrors,
  ...serverErrors,
  ...keychainErrors,
  ...settingsErrors,
  ...statusErrors,
  ...presetsErrors,
  ...avatarErrors,
  ...imageErrors,
  ...desktopErrors,
};

export const ru: Messages = {
  app,
  time,
  expiry,
  presets,
  tray,
  home,
  actions,
  signIn,
  entry,
  locked,
  account,
  nav,
  settings,
  ending,
  notices,
  remedies,
  preview,
  errorDetail,
  errors,
};
