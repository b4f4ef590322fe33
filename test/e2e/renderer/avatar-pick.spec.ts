import { expect, type Page } from 'playwright/test';
import { aFile, aPhoto, chooseFile, openAvatar, presentAddress, withAvatar } from '../../support/avatar-looks.ts';
import { bombs, empty, foreign, gif, notImages, png, sound, webp, lossy } from '../../support/images.ts';
import { test, type Popover } from '../../support/popover.ts';
import { anAccount, aState, signedIn } from '../../support/popover-states.ts';
import { anAccountSummary } from '../../support/token-states.ts';

const frame = (page: Page) => page.getByRole('application', { name: 'Crop' });
const failure = (page: Page) => page.locator('.note--error');

async function open(popover: Popover, state = withAvatar()): Promise<Page> {
  await popover.open(state);
  await openAvatar(popover.page);
  return popover.page;
}

/** What a desktop or another program hands over. */
const transfer = (page: Page, bytes: Buffer, type = 'image/png') =>
  page.evaluateHandle(
    ([content, kind]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], 'photo', { type: kind }));
      return data;
    },
    [[...bytes], type] as const,
  );

/** Presses Ctrl+V with a file on the clipboard; null = with a text. */
const paste = (page: Page, bytes: Buffer | null) =>
  page.evaluate(
    (content) => {
      const data = new DataTransfer();
      if (content) data.items.add(new File([new Uint8Array(content)], 'image.png', { type: 'image/png' }));
      else data.setData('text/plain', 'no picture');
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    bytes && [...bytes],
  );

test.describe('a picture is chosen', () => {
  test('in the file dialog, while which the popover stays open', async ({ popover }) => {
    const page = await open(popover);
    const dialog = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const chooser = await dialog;
    await popover.expectCalls(['popover.hold', { held: true }]);
    await chooser.setFiles(aPhoto());
    await expect(frame(page)).toBeFocused();
    await popover.expectCalls(['popover.hold', { held: true }], ['popover.hold', { held: false }]);
  });

  test('or not: a dialog that was cancelled lets the popover go', async ({ popover }) => {
    const page = await open(popover);
    const dialog = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await dialog;
    await page.locator('input[type=file]').dispatchEvent('cancel');
    await popover.expectCalls(['popover.hold', { held: true }], ['popover.hold', { held: false }]);
  });

  test('by dropping it anywhere on the popover', async ({ popover }) => {
    const page = await open(popover);
    const dataTransfer = await transfer(page, aPhoto().buffer);
    await page.dispatchEvent('.nav', 'dragover', { dataTransfer });
    await expect(page.getByText('Drop the picture here')).toBeVisible();
    await page.dispatchEvent('.nav', 'drop', { dataTransfer });
    await expect(page.getByText('Drop the picture here')).toHaveCount(0);
    await expect(frame(page)).toBeVisible();
  });

  test('or not: what is dragged away again changes nothing', async ({ popover }) => {
    const page = await open(popover);
    const dataTransfer = await transfer(page, aPhoto().buffer);
    await page.dispatchEvent('.screen', 'dragover', { dataTransfer });
    await page.dispatchEvent('.screen', 'dragleave', { dataTransfer });
    await expect(page.getByText('Drop the picture here')).toHaveCount(0);
    await expect(frame(page)).toHaveCount(0);
  });

  test('from another window, while which the popover can be kept open', async ({ popover }) => {
    const page = await open(popover, withAvatar({ host: { kind: 'electron' } }));
    const keep = page.getByRole('button', { name: 'Keep this window open' });
    await keep.click();
    await expect(page.getByRole('button', { name: 'This window stays open' })).toHaveAttribute('aria-pressed', 'true');
    await popover.expectCalls(['popover.hold', { held: true }]);
    // A file dialog in between holds it as well, and does not let go of it.
    const dialog = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await dialog).setFiles(aFile(notImages['a text'] ?? Buffer.alloc(0)));
    await expect(failure(page)).toBeVisible();
    await popover.expectCalls(['popover.hold', { held: true }], ['popover.hold', { held: true }]);

    const dataTransfer = await transfer(page, aPhoto().buffer);
    await page.dispatchEvent('.screen', 'drop', { dataTransfer });
    await expect(frame(page)).toBeVisible();
    await popover.expectCalls(
      ['popover.hold', { held: true }],
      ['popover.hold', { held: true }],
      ['popover.hold', { held: false }],
    );
  });

  test('by pasting it', async ({ popover }) => {
    const page = await open(popover);
    await paste(page, aPhoto().buffer);
    await expect(frame(page)).toBeVisible();
  });

  test('or not: a clipboard without a picture says so', async ({ popover }) => {
    const page = await open(popover);
    await paste(page, null);
    await expect(page.getByText('There is no picture on the clipboard.')).toBeVisible();
    await paste(page, aPhoto().buffer);
    await expect(frame(page)).toBeVisible();
    await expect(page.getByText('There is no picture on the clipboard.')).toHaveCount(0);
  });

  test('by taking the one in use', async ({ popover }) => {
    const page = await open(popover);
    await page.getByRole('button', { name: 'Crop it again' }).click();
    await expect(frame(page)).toBeVisible();
    await expect(page.getByRole('switch')).not.toBeChecked();
  });

  test('by taking the one in use with the status’s emoji on it, for as long as the status', async ({ popover }) => {
    const page = await open(popover);
    await page.getByRole('button', { name: 'Put 🏖️ on it' }).click();
    await expect(page.getByRole('switch', { name: 'Put 🏖️ on it' })).toBeChecked();
    await expect(page.getByRole('radio', { name: /While “On vacation” holds/ })).toBeChecked();
  });
});

test.describe('a file that will not do', () => {
  test('says why, by its content and not by its name', async ({ popover }) => {
    const page = await open(popover);
    const refused = async (buffer: Buffer, title: string) => {
      await chooseFile(page, aFile(buffer));
      await expect(failure(page)).toContainText(title);
      await failure(page).getByRole('button', { name: 'Dismiss' }).click();
      await expect(failure(page)).toHaveCount(0);
    };
    for (const buffer of Object.values(notImages)) await refused(buffer, 'This is not a picture');
    for (const [type, buffer] of foreign) await refused(buffer, `${type} pictures cannot be used here`);
    for (const buffer of Object.values(bombs)) await refused(buffer, 'This picture is too big');
    for (const buffer of Object.values(empty)) await refused(buffer, 'There is no picture in this animation');
    await refused(png().subarray(0, 50), 'This picture is damaged');
    // Whole to all appearance, and still nothing that can be decoded.
    await refused(gif().fill(0xff, 40, 44), 'This picture is damaged');
    await refused(sound.heic, 'HEIC pictures cannot be used here');
    expect((await popover.calls()).every(({ name }) => name === 'popover.hold')).toBe(true);
  });

  test('is not even read where it is over 20 MB', async ({ popover }) => {
    const page = await open(popover);
    await chooseFile(page, aFile(Buffer.concat([aPhoto().buffer, Buffer.alloc(20 * 1024 * 1024)])));
    await expect(failure(page)).toContainText('This file is too large');
    await expect(failure(page)).toContainText('Up to 20 MB will do.');
  });

  test('does not cost the one before it', async ({ popover }) => {
    const page = await open(popover);
    await chooseFile(page, aPhoto());
    await frame(page).press('Shift+KeyR');
    await chooseFile(page, aFile(notImages['a text'] ?? Buffer.alloc(0)));
    await expect(failure(page)).toContainText('This is not a picture');
    await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '−90°');
    await chooseFile(page, aFile(webp(lossy())));
    await expect(failure(page)).toHaveCount(0);
    await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '0°');
  });

  test('where it is the picture in use, which cannot be loaded, that is said', async ({ popover }) => {
    const account = anAccount({ avatar: 'data:image/png;base64,AAAA' });
    const page = await open(popover, withAvatar({ session: signedIn({ account }) }));
    await page.getByRole('button', { name: 'Crop it again' }).click();
    await expect(failure(page)).toContainText('This picture is damaged');
  });
});

test('of an animation only the first frame is taken, and a tiny picture is said to be one', async ({ popover }) => {
  const page = await open(popover);
  await chooseFile(page, aFile(gif({ frames: 3 })));
  await expect(page.getByText('Only the first frame of the animation is used.')).toBeVisible();
  await expect(page.getByText('Only 8 × 8 pixels: it will look blurred.')).toBeVisible();
  await chooseFile(page, aPhoto());
  await expect(page.getByText('As colleagues will see it')).toBeVisible();
});

test.describe('what was cropped', () => {
  test('waits when one goes back with Escape, and is gone when it is discarded', async ({ popover }) => {
    const page = await open(popover);
    await chooseFile(page, aPhoto());
    await frame(page).press('BracketRight');
    await page.keyboard.press('Escape');
    const goOn = page.getByRole('button', { name: 'Go on with it' });
    await expect(goOn).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '1°');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(goOn).toHaveCount(0);
    expect((await popover.calls()).some(({ name }) => name === 'popover.hide')).toBe(false);
  });

  test('is there again when one comes back from another screen', async ({ popover }) => {
    const page = await open(popover);
    await chooseFile(page, aPhoto());
    await frame(page).press('Shift+BracketRight');
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await openAvatar(page);
    await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '90°');
  });

  test('is of one account: another one does not see it', async ({ popover }) => {
    const accounts = (current: string) =>
      ['7', '9'].map((key) => anAccountSummary({ key, label: `Account ${key}`, current: key === current }));
    const page = await open(popover, withAvatar({ accounts: accounts('7') }));
    await chooseFile(page, aPhoto());
    await expect(frame(page)).toBeVisible();
    await popover.push(withAvatar({ revision: 2, accounts: accounts('9') }));
    await expect(frame(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Go on with it' })).toHaveCount(0);
  });
});

test.describe('without profile_avatar:write', () => {
  const lacking = () =>
    aState({
      session: signedIn({ account: anAccount({ avatar: presentAddress() }), scopes: ['profile:read'] }),
      avatar: { canUndo: true, kept: [{ id: 'a', address: presentAddress(), at: 0 }] },
    });

  test('everything is disabled, says why, and leads to the inspector', async ({ popover }) => {
    const page = await open(popover, lacking());
    for (const name of ['Choose a file', 'Crop it again', /^Undo/, /^Use this earlier/, 'Delete the picture']) {
      await expect(page.getByRole('button', { name })).toBeDisabled();
    }
    await expect(page.getByText('it lacks profile_avatar:write')).toBeVisible();
    await page.getByRole('button', { name: 'What the token can do' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Change your avatar' })).toBeFocused();
  });

  test('nothing that is dropped or pasted is taken', async ({ popover }) => {
    const page = await open(popover, lacking());
    const dataTransfer = await transfer(page, aPhoto().buffer);
    await page.dispatchEvent('.screen', 'dragover', { dataTransfer });
    await page.dispatchEvent('.screen', 'drop', { dataTransfer });
    await paste(page, aPhoto().buffer);
    await expect(page.getByText('Drop the picture here')).toHaveCount(0);
    await expect(frame(page)).toHaveCount(0);
  });

  test('a crop that was begun before says so as well', async ({ popover }) => {
    const page = await open(popover);
    await chooseFile(page, aPhoto());
    await popover.push({ ...lacking(), revision: 2 });
    await expect(page.getByRole('button', { name: 'Set this picture' })).toBeDisabled();
    await expect(page.getByText('it lacks profile_avatar:write')).toBeVisible();
  });

  test('a guest is told that the role is at fault', async ({ popover }) => {
    const account = anAccount({ role: 'guest' });
    const page = await open(popover, aState({ session: signedIn({ account }) }));
    await expect(page.getByText('Guests may not use the API.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeDisabled();
  });
});
