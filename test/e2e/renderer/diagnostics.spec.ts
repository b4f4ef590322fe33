import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

const file = 'pachca-status-diagnostics.txt';

async function openSettings(popover: Popover): Promise<void> {
  await popover.open(aState());
  await popover.page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await expect(popover.page.getByRole('button', { name: 'Copy diagnostics' })).toBeVisible();
}

test('the diagnostics are copied', async ({ popover }) => {
  await openSettings(popover);
  await popover.answer('diagnostics.collect', ok('versions'));
  await popover.page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await popover.expectCalls(['diagnostics.collect', {}], ['clipboard.write', { text: 'versions' }]);
});

test('what was looked at is what is saved', async ({ popover }) => {
  await openSettings(popover);
  const { page } = popover;
  await popover.answer('diagnostics.collect', ok('versions'));
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('region', { name: 'Text of the diagnostics' })).toHaveText('versions');
  await popover.answer('file.save', ok(true));
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await popover.expectCalls(['diagnostics.collect', {}], ['file.save', { name: file, text: 'versions' }]);
});

test('a cancelled save claims nothing, and a failed one says why', async ({ popover }) => {
  await openSettings(popover);
  const { page } = popover;
  await popover.answer('diagnostics.collect', ok('versions'));
  await popover.answer('file.save', ok(false));
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await popover.expectCalls(['diagnostics.collect', {}], ['file.save', { name: file, text: 'versions' }]);
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0);
  await popover.answer('diagnostics.collect', fail(appError('internal', { reason: 'test' })));
  await page.getByRole('button', { name: 'Save to a file' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Something went wrong' })).toBeVisible();
});
