import type { ErrorParams } from '../errors.ts';
import { en as account } from './common/account.ts';
import { en as actions } from './areas/home.ts';
import { en as app } from './common/app.ts';
import { en as ending } from './common/ending.ts';
import { en as entry } from './areas/entry.ts';
import { en as errorDetail } from './common/errorDetail.ts';
import { en as expiry } from './areas/expiry.ts';
import { en as home } from './common/home.ts';
import { en as locked } from './common/locked.ts';
import { en as nav } from './common/nav.ts';
import { en as notices } from './common/notices.ts';
import { en as presets } from './common/presets.ts';
import { en as preview } from './common/preview.ts';
import { en as remedies } from './common/remedies.ts';
import { en as settings } from './common/settings.ts';
import { en as signIn } from './common/signIn.ts';
import { en as time } from './common/time.ts';
import { en as tray } from './common/tray.ts';
import { en as appErrors } from './errors/app.ts';
import { en as avatarErrors } from './errors/avatar.ts';
import { en as desktopErrors } from './errors/desktop.ts';
import { en as imageErrors } from './errors/image.ts';
import { en as keychainErrors } from './errors/keychain.ts';
import { en as networkErrors } from './errors/network.ts';
import { en as presetsErrors } from './errors/presets.ts';
import { en as refusalErrors } from './errors/refusals.ts';
import { en as serverErrors } from './errors/server.ts';
import { en as settingsErrors } from './errors/settings.ts';
import { en as statusErrors } from './errors/status.ts';
import { en as tokenErrors } from './errors/token.ts';
import type { ErrorTextsOf } from './errors/texts.ts';
import type { TextsOf } from './texts.ts';

const errors: ErrorTextsOf<ErrorParams> = {
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

/** What every surface may need, put together from its areas (`common/`, and one file for each area of the errors). */
export const en = {
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

/** All texts of the app. English defines which there are; a text that Russian lacks, or has too many, does not compile. */
export type Messages = TextsOf<typeof en>;
