import { licencesTexts } from '../../shared/i18n/areas/licences.ts';
import { messages } from '../../shared/i18n/index.ts';
import { bundledPackages } from '../../scripts/packaging/bundled.mjs';
import { expect, test } from './fixtures.ts';

test('the licences of everything bundled are a click away in the settings, and lead back there', async ({ open }) => {
  const { page, popover, accessibilityProblems } = await open({ lang: 'ru', keyring: 'absent' });
  const t = licencesTexts('ru');
  const texts = messages('ru');
  await page.getByRole('button', { name: 'Попробовать демо' }).click();
  await popover.getByRole('button', { name: texts.nav.settings }).click();
  await popover.getByRole('button', { name: t.open }).click();
  await expect(popover.getByRole('heading', { name: t.heading })).toBeVisible();

  const packages = bundledPackages();
  await expect(popover.getByRole('listitem')).toHaveCount(packages.length);
  const [first] = packages;
  await popover.getByText(first?.name ?? '', { exact: true }).click();
  await expect(popover.getByRole('region', { name: first?.name ?? '', exact: true })).toContainText(
    'Permission is hereby granted',
  );
  expect(await accessibilityProblems()).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(popover.getByRole('heading', { name: texts.settings.heading })).toBeVisible();
});
