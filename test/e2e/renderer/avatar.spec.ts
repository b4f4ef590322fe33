import { expect, type Page } from 'playwright/test';
import { appError, type AppError } from '../../../shared/errors.ts';
import { done, fail, ok } from '../../../shared/result.ts';
import { upload } from '../../support/avatar.ts';
import {
  aJob,
  aPhoto,
  chooseFile,
  keptPictures,
  openAvatar,
  presentAddress,
  withAvatar,
} from '../../support/avatar-looks.ts';
import { test, type Popover } from '../../support/popover.ts';
import { anAccount, aState, MONDAY, NOW, signedIn } from '../../support/popover-states.ts';
import { adminSession, aProfile } from '../../support/token-states.ts';

async function open(popover: Popover, state = withAvatar()): Promise<Page> {
  await popover.open(state);
  await openAvatar(popover.page);
  return popover.page;
}

async function crop(popover: Popover, state = withAvatar()): Promise<Page> {
  const page = await open(popover, state);
  await chooseFile(page, aPhoto());
  await page.getByRole('application', { name: 'Crop' }).press('BracketRight');
  return page;
}

const failure = (page: Page) => page.locator('.note--error');
const set = (page: Page) => page.getByRole('button', { name: 'Set this picture' });
const commands = async (popover: Popover) =>
  (await popover.calls()).filter(({ name }) => name.startsWith('avatar.')).map(({ name }) => name);

test.describe('the way there', () => {
  test('is the bar, where it stands between the status and the token', async ({ popover }) => {
    const page = await open(popover);
    await expect(page.getByRole('navigation').getByRole('button')).toHaveText([
      'Status',
      'Avatar',
      'Token',
      'Settings',
    ]);
    await expect(page.getByRole('button', { name: 'Avatar' })).toHaveAttribute('aria-current', 'page');
  });

  test('is in the profile, too', async ({ popover }) => {
    await popover.open(aState({ session: adminSession() }));
    await popover.answer('profile.load', ok(aProfile()));
    const { page } = popover;
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Oleg Petrov/ })
      .click();
    await page.getByRole('button', { name: 'Change the picture' }).click();
    await expect(page.getByRole('heading', { name: 'Avatar' })).toBeVisible();
  });
});

test.describe('the picture in use', () => {
  test('is shown in the sizes in which people see it, with the status on it', async ({ popover }) => {
    const page = await open(popover);
    const faces = page.locator('.present .avatar');
    const widths = await faces.evaluateAll((all) => all.map((face) => face.getBoundingClientRect().width));
    expect(widths).toEqual([96, 48, 24]);
    await expect(faces.first().locator('.avatar__status')).toHaveText('🏖️');
    await expect(faces.locator('img')).toHaveCount(3);
  });

  test('or that there is none', async ({ popover }) => {
    const page = await open(popover, aState());
    await expect(page.getByText('You have no picture: colleagues see your initials.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Delete the picture' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Crop it again' })).toHaveCount(0);
  });

  test('which is temporary says until when, and can be kept for good', async ({ popover }) => {
    const page = await open(popover, withAvatar({ avatar: { temporary: { until: MONDAY, withStatus: true } } }));
    await expect(
      page.getByText('While “On vacation” holds, until Mon 30 Nov, 9:00. Then your earlier picture comes back.'),
    ).toBeVisible();
    await popover.push(
      withAvatar({ revision: 2, avatar: { temporary: { until: NOW + 3_600_000, withStatus: false } } }),
    );
    await expect(page.getByText('Temporary, until 14:05. Then your earlier picture comes back.')).toBeVisible();
    await page.getByRole('button', { name: 'Keep it for good' }).click();
    await popover.expectCalls(['avatar.keep', {}]);
  });

  test('can be deleted, after asking', async ({ popover }) => {
    const page = await open(popover);
    await page.getByRole('button', { name: 'Delete the picture' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your picture?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await popover.expectCalls();
    await page.getByRole('button', { name: 'Delete the picture' }).click();
    await page.keyboard.press('Escape');
    await popover.expectCalls();
    await page.getByRole('button', { name: 'Delete the picture' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await popover.expectCalls(['avatar.delete', { force: false }]);
  });

  test('can be taken back, where there is something to take back', async ({ popover }) => {
    const page = await open(popover);
    const undo = page.getByRole('button', { name: /^Undo/ });
    await expect(undo).toHaveCount(0);
    await popover.push(withAvatar({ revision: 2, avatar: { canUndo: true } }));
    await undo.click();
    await popover.expectCalls(['avatar.undo', {}]);
  });
});

test('an earlier picture is chosen again with one click', async ({ popover }) => {
  const page = await open(popover, withAvatar({ avatar: { kept: keptPictures(5) } }));
  const earlier = page.getByRole('region', { name: 'Earlier pictures' }).getByRole('button');
  await expect(earlier).toHaveCount(5);
  await expect(earlier).toHaveText(['12:05', 'Thu 19 Nov', 'Wed 18 Nov', 'Mon 16 Nov', 'Sun 15 Nov']);
  await page.getByRole('button', { name: 'Use this earlier picture again, kept: Thu 19 Nov, 6:05' }).click();
  await popover.expectCalls(['avatar.restore', { id: 'kept-1', force: false }]);
});

test.describe('a change that is under way', () => {
  test('shows how far it is, and can be stopped', async ({ popover }) => {
    const page = await crop(popover);
    await popover.answer('avatar.upload', 'never');
    await set(page).click();
    await popover.push(withAvatar({ revision: 2, avatar: { job: aJob({ phase: 'keeping', progress: 0 }) } }));
    await expect(page.getByText('Saving your present picture first…')).toBeVisible();
    await popover.push(withAvatar({ revision: 3, avatar: { job: aJob({ progress: 0.4 }) } }));
    await expect(page.getByRole('progressbar')).toHaveAttribute('value', '0.4');
    await popover.push(withAvatar({ revision: 4, avatar: { job: aJob({ phase: 'waiting' }) } }));
    await expect(page.getByText('Pachca asks to wait. It goes on by itself.')).toBeVisible();

    await page.getByRole('button', { name: 'Cancel' }).click();
    await popover.settle(fail(appError('aborted', {})));
    await popover.push(withAvatar({ revision: 5 }));
    await expect(page.getByText('Stopped. Your crop is kept.')).toBeVisible();
    await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '1°');
    await expect(failure(page)).toHaveCount(0);
    expect(await commands(popover)).toEqual(['avatar.upload', 'avatar.cancel']);
  });

  test('is not sent twice, and what is sent cannot be changed meanwhile', async ({ popover }) => {
    const page = await crop(popover);
    await popover.answer('avatar.upload', 'never');
    await set(page).dblclick();
    await expect(page.getByRole('button', { name: 'Sending…' })).toHaveAttribute('aria-disabled', 'true');
    await expect(page.locator('.crop-screen')).toHaveAttribute('inert');
    // The picture is drawn before it is sent.
    await expect.poll(() => commands(popover)).toEqual(['avatar.upload']);
  });

  test('is done: the screen says so, and the crop is gone', async ({ popover }) => {
    const page = await crop(popover);
    await upload(popover);
    await popover.push(withAvatar({ revision: 2, avatar: { job: aJob({ phase: 'done' }), canUndo: true } }));
    await expect(page.getByRole('status').filter({ hasText: 'Your new picture is set.' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Go on with it' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await commands(popover)).toEqual(['avatar.upload', 'avatar.dismissJob']);
  });

  test('that somebody began elsewhere can be stopped here', async ({ popover }) => {
    const page = await open(popover, withAvatar({ avatar: { job: aJob({ kind: 'restore' }) } }));
    await expect(page.getByText('Sending the picture…')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await popover.expectCalls(['avatar.cancel', {}]);
  });
});

test('an answer that was lost is no failure once the picture turns out to have arrived', async ({ popover }) => {
  const page = await crop(popover);
  await popover.answer('avatar.upload', fail(appError('timeout', { seconds: 10 })));
  await set(page).click();
  await expect(failure(page)).toContainText('Pachca did not answer in time');
  await popover.push(withAvatar({ revision: 2, avatar: { job: aJob({ phase: 'done' }), canUndo: true } }));
  await expect(page.getByRole('status').filter({ hasText: 'Your new picture is set.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on with it' })).toHaveCount(0);
});

test.describe('a change that failed', () => {
  const cases: readonly (readonly [AppError, string])[] = [
    [appError('workspace_suspended', { message: null }), 'The workspace is suspended for non-payment'],
    [appError('forbidden', { message: 'Access denied' }), 'Your workspace or role does not allow this'],
    [appError('avatar_too_large', { limit: null }), 'The picture is too large'],
    [
      appError('refused', { status: 422, field: 'image', code: null, message: null }),
      'Pachca does not accept this picture',
    ],
    [appError('rate_limited', { retryAfter: 90 }), 'Too many requests'],
    [appError('server_error', { status: 503 }), 'Pachca has trouble right now'],
    [appError('offline', { reason: 'ENOTFOUND' }), 'No internet connection'],
  ];

  test('says why and keeps the crop, whatever the reason', async ({ popover }) => {
    const page = await crop(popover);
    for (const [error, title] of cases) {
      await popover.answer('avatar.upload', fail(error));
      await set(page).click();
      await expect(failure(page)).toContainText('Your picture was not changed');
      await expect(failure(page)).toContainText(title);
      await expect(failure(page)).toContainText('Your crop is kept.');
      await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '1°');
      await failure(page).getByRole('button', { name: 'Dismiss' }).click();
      await expect(failure(page)).toHaveCount(0);
    }
  });

  test('can be tried again', async ({ popover }) => {
    const page = await crop(popover);
    await popover.answer('avatar.upload', fail(appError('offline', { reason: 'ENOTFOUND' })));
    await set(page).click();
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.present')).toBeVisible();
    expect(await commands(popover)).toEqual(['avatar.upload', 'avatar.upload']);
  });

  test('for a missing scope leads to the inspector, and the crop waits', async ({ popover }) => {
    const page = await crop(popover);
    await popover.answer('avatar.upload', fail(appError('insufficient_scope', { scope: 'profile_avatar:write' })));
    await set(page).click();
    await failure(page).getByRole('button', { name: 'What the token can do' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Change your avatar' })).toBeFocused();
    await openAvatar(page);
    await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '1°');
  });

  test('because the present picture could not be kept can be forced', async ({ popover }) => {
    const page = await crop(popover);
    await popover.answer('avatar.upload', fail(appError('avatar_not_kept', { temporary: false, cause: null })));
    await set(page).click();
    await failure(page).getByRole('button', { name: 'Change it anyway' }).click();
    await expect(page.locator('.present')).toBeVisible();
    const sent = (await popover.calls()).filter(({ name }) => name === 'avatar.upload');
    expect(sent.map(({ input }) => (input as { force: boolean }).force)).toEqual([false, true]);
  });

  test('cannot be forced where the picture would have to come back', async ({ popover }) => {
    const page = await crop(popover);
    await popover.answer('avatar.upload', fail(appError('avatar_not_kept', { temporary: true, cause: null })));
    await set(page).click();
    await expect(failure(page)).toBeVisible();
    await expect(failure(page).getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change it anyway' })).toHaveCount(0);
  });

  test('of an earlier picture or of deleting can be tried again and forced as well', async ({ popover }) => {
    const page = await open(popover, withAvatar({ avatar: { kept: keptPictures(1) } }));
    await popover.answer('avatar.restore', fail(appError('server_error', { status: 502 })));
    await page.getByRole('button', { name: /^Use this earlier picture/ }).click();
    await expect(failure(page)).toContainText('Your picture was not changed');
    await popover.answer('avatar.restore', fail(appError('avatar_not_kept', { temporary: false, cause: null })));
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await failure(page).getByRole('button', { name: 'Change it anyway' }).click();
    await expect(failure(page)).toHaveCount(0);

    await popover.answer('avatar.delete', fail(appError('avatar_not_kept', { temporary: false, cause: null })));
    await page.getByRole('button', { name: 'Delete the picture' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(failure(page)).toContainText('Your picture was not deleted');
    await failure(page).getByRole('button', { name: 'Delete it anyway' }).click();
    await expect(failure(page)).toHaveCount(0);
    const sent = (await popover.calls()).map(({ name, input }) => [name, input]);
    expect(sent).toEqual([
      ['avatar.restore', { id: 'kept-0', force: false }],
      ['avatar.restore', { id: 'kept-0', force: false }],
      ['avatar.restore', { id: 'kept-0', force: true }],
      ['avatar.delete', { force: false }],
      ['avatar.delete', { force: true }],
    ]);
  });

  test('while the popover was closed is still said', async ({ popover }) => {
    const job = aJob({ kind: 'putBack', phase: 'failed', error: appError('server_error', { status: 500 }) });
    const page = await open(popover, withAvatar({ avatar: { job } }));
    await expect(failure(page)).toContainText('Your earlier picture was not put back');
    await failure(page).getByRole('button', { name: 'Dismiss' }).click();
    await popover.expectCalls(['avatar.dismissJob', {}]);
  });
});

test('a picture whose account stopped working asks for a new token', async ({ popover }) => {
  const session = signedIn({
    account: anAccount({ avatar: presentAddress() }),
    problem: appError('token_revoked', { message: null }),
  });
  const page = await open(popover, withAvatar({ session }));
  await expect(page.getByLabel('Personal or bot token')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeDisabled();
});

test('a command that never became a change says why, too', async ({ popover }) => {
  const page = await open(popover, withAvatar({ avatar: { canUndo: true } }));
  await popover.answer('avatar.undo', fail(appError('avatar_changed', {})));
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(failure(page)).toContainText('The change was not undone');
  await expect(failure(page)).toContainText('There is no change of the picture to undo');
  await popover.answer('avatar.undo', done);
});
