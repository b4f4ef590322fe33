import type { Page } from 'playwright/test';
import { appError, type AppError } from '../../shared/errors.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { fail } from '../../shared/result.ts';
import type { AppState, AvatarJob } from '../../shared/state.ts';
import { png, webp, lossless, notImages } from './images.ts';
import { anAccount, aState, aStatus, NOW, signedIn } from './popover-states.ts';
import type { Look } from './token-looks.ts';

/** A file as Playwright hands it to a file field. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const aFile = (buffer: Buffer, name = 'photo.png', mimeType = 'image/png'): ChosenFile => ({
  name,
  mimeType,
  buffer,
});

/** Four coloured quarters, 320 × 240. */
export const aPhoto = (): ChosenFile => aFile(png({ width: 320, height: 240 }));

const address = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;

/** Where the picture in use is found in these states: a data address, because nobody serves one. */
export const presentAddress = (): string => address(png({ width: 200, height: 200, colour: 'palette' }));

/** Pictures of before, newest first. */
export const keptPictures = (count: number): AppState['avatar']['kept'] =>
  Array.from({ length: count }, (_, index) => ({
    id: `kept-${index}`,
    address: address(png({ width: 64 + 16 * index, height: 64 })),
    at: NOW - (index * 30 + 1) * 3_600_000,
  }));

export const aJob = (over: Partial<AvatarJob> = {}): AvatarJob => ({
  id: 1,
  kind: 'upload',
  phase: 'running',
  progress: 0.4,
  error: null,
  ...over,
});

export const withAvatar = (over: Parameters<typeof aState>[0] = {}): AppState =>
  aState({
    session: signedIn({ account: anAccount({ avatar: presentAddress() }) }),
    status: { current: aStatus() },
    ...over,
  });

/** Opens the avatar's screen from anywhere. */
export const openAvatar = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').getByRole('button').nth(1).click();
  await page.locator('.present, .crop').first().waitFor();
};

/** Chooses a file in the dialog of the screen. */
export const chooseFile = async (page: Page, file: ChosenFile): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles(file);
};

const crop = async (page: Page): Promise<void> => {
  await openAvatar(page);
  await chooseFile(page, aPhoto());
  await page.locator('.crop').waitFor();
};

/** The looks of the avatar's screen, by name. */
export function avatarLooks(locale: Locale): Readonly<Record<string, Look>> {
  const ru = locale === 'ru';
  const long = (ru ? 'Константинопольский ' : 'Hohenlohe-Langenburg ').repeat(2).trim();
  const status = aStatus(ru ? { title: 'В отпуске' } : {});
  const state = (over: Parameters<typeof aState>[0] = {}): AppState =>
    withAvatar({ locale, status: { current: status }, ...over });
  const failure = (error: AppError): Look => ({
    state: state(),
    answers: [['avatar.upload', fail(error)]],
    go: async (page) => {
      await crop(page);
      await page.locator('.crop-footer .button--primary').click();
      await page.locator('.note--error').waitFor();
    },
  });

  return {
    avatar: {
      state: state({ avatar: { kept: keptPictures(5), canUndo: true }, host: { kind: 'electron' } }),
      go: openAvatar,
    },
    'avatar, no picture, no status': {
      state: state({ session: signedIn(), status: { current: null } }),
      go: openAvatar,
    },
    'avatar, a temporary one': {
      state: state({
        status: { current: aStatus({ ...status, title: long }) },
        avatar: { kept: keptPictures(2), canUndo: true, temporary: { until: status.expiresAt, withStatus: true } },
      }),
      go: openAvatar,
    },
    'avatar, done': {
      state: state({ avatar: { job: aJob({ phase: 'done' }), canUndo: true, kept: keptPictures(1) } }),
      go: openAvatar,
    },
    'avatar, being deleted': {
      state: state({ avatar: { job: aJob({ kind: 'delete', phase: 'keeping' }) } }),
      go: openAvatar,
    },
    'avatar, not restored': {
      state: state({
        avatar: {
          kept: keptPictures(3),
          job: aJob({ kind: 'restore', phase: 'failed', error: appError('server_error', { status: 503 }) }),
        },
      }),
      go: openAvatar,
    },
    'avatar, without the scope': {
      state: state({
        session: signedIn({ account: anAccount({ avatar: presentAddress() }), scopes: ['profile:read'] }),
        avatar: { kept: keptPictures(3), canUndo: true },
      }),
      go: openAvatar,
    },
    'avatar, of a guest': {
      state: state({ session: signedIn({ account: anAccount({ role: 'guest', avatar: presentAddress() }) }) }),
      go: openAvatar,
    },
    'avatar, not a picture': {
      state: state(),
      go: async (page) => {
        await openAvatar(page);
        await chooseFile(page, aFile(notImages['a text'] ?? Buffer.alloc(0)));
        await page.locator('.note--error').waitFor();
      },
    },
    'avatar, a crop that waits': {
      state: state(),
      go: async (page) => {
        await crop(page);
        await page.keyboard.press('Escape');
        await page.locator('.waiting-pick').waitFor();
      },
    },
    'avatar, asked before deleting': {
      state: state(),
      go: async (page) => {
        await openAvatar(page);
        await page.locator('.remove-picture .button').click();
        await page.locator('dialog').waitFor();
      },
    },
    crop: {
      state: state(),
      go: async (page) => {
        await crop(page);
        await page.locator('.crop').press('BracketRight');
        for (let press = 0; press < 11; press += 1) await page.locator('.crop').press('BracketRight');
        await page.locator('.crop').press('Equal');
        await page.locator('.switch').click();
      },
    },
    'crop, until a time, with a long status': {
      state: state({ status: { current: aStatus({ ...status, title: long, expiresAt: null }) } }),
      go: async (page) => {
        await crop(page);
        await page.locator('.choice').last().click();
        await page.locator('.lasting .sentence').scrollIntoViewIfNeeded();
      },
    },
    'crop, a tiny animation, no status': {
      state: state({ status: { current: null } }),
      go: async (page) => {
        await openAvatar(page);
        await chooseFile(page, aFile(webp(lossless(16, 8))));
        await page.locator('.crop').waitFor();
      },
    },
    'crop, sending': {
      state: state({ avatar: { job: aJob() } }),
      answers: [['avatar.upload', 'never']],
      go: crop,
    },
    'crop, refused': failure(appError('refused', { status: 422, field: 'image', code: null, message: null }, 'req-9')),
    'crop, the scope is missing': failure(appError('insufficient_scope', { scope: 'profile_avatar:write' })),
    'crop, another file is broken': {
      state: state(),
      go: async (page) => {
        await crop(page);
        await chooseFile(page, aFile(png().subarray(0, 60)));
        await page.locator('.note--error').waitFor();
      },
    },
  };
}
