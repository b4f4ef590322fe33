import type { Locator } from 'playwright/test';
import { editorTexts } from '../../shared/i18n/areas/editor.ts';
import { messages } from '../../shared/i18n/index.ts';
import { locales, type Locale } from '../../shared/i18n/locale.ts';
import { expect, signInForNow, test, ZONE, type Demo } from './fixtures.ts';

interface Sent {
  readonly title: string;
  readonly expires_at?: string;
  readonly away_message?: string;
}

/** What was sent so far, oldest first; null = cleared. */
const sent = async (demo: Demo): Promise<readonly (Sent | null)[]> =>
  (await demo.changes()).map(({ body }) => (body as { status?: Sent } | null)?.status ?? null);

/** "11 December" and «11 декабря», as people type and read it. */
const named = (date: Temporal.PlainDate, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(date.toZonedDateTime('UTC').epochMilliseconds);

const lastMoment = (date: Temporal.PlainDate): string =>
  new Date(date.add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds - 1).toISOString();

/** Clicks, and counts them. */
function counter() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      clicks += 1;
      await target.click();
    },
    /** The clicks since the last time. */
    taken: () => {
      const before = clicks;
      clicks = 0;
      return before;
    },
  };
}

for (const locale of locales) {
  test(`whoever adjusts a status adjusts its source, in few clicks and one send each (${locale})`, async ({
    demo,
    open,
  }) => {
    const { page, popover } = await open({ keyring: 'absent' });
    await signInForNow(page, demo.tokens['full'] ?? '');
    await page.evaluate((language) => window.pachcaStatus.command('settings.update', { language }), locale);
    const { actions, presets, home, entry, expiry } = messages(locale);
    const editor = editorTexts(locale);
    const vacation = presets.vacation.title;
    const { click, taken } = counter();
    const button = (name: string | RegExp) => popover.getByRole('button', { name });
    const words = popover.getByRole('textbox', { name: expiry.phrase.label });
    const set = popover.getByRole('button', { name: editor.set, exact: true });
    const through = (date: Temporal.PlainDate) =>
      locale === 'ru' ? `по ${named(date, locale)}` : `through ${named(date, locale)}`;
    /** A weekday two weeks ahead, and others after it. */
    const today = Temporal.Now.plainDateISO(ZONE);
    const first = today.add({ days: 14 + ((9 - today.dayOfWeek) % 7) });
    const later = first.add({ weeks: 1 });

    // A vacation until a date, with a deputy: four clicks and the words.
    await click(button(actions.adjust(vacation)));
    await expect(words).toBeFocused();
    await page.keyboard.type(through(first));
    await click(popover.getByRole('combobox', { name: editor.deputy }));
    await page.keyboard.type('ivanov');
    await click(popover.getByRole('option', { name: /@ivanov\b/ }).first());
    await click(set);
    await expect.poll(() => sent(demo)).toHaveLength(1);
    expect(taken()).toBe(4);
    const [away] = await sent(demo);
    expect(away).toMatchObject({ title: vacation, expires_at: lastMoment(first) });
    expect(away?.away_message).toContain(named(first.add({ days: 1 }), locale));
    expect(away?.away_message).toContain('@ivanov');

    // Its end is edited: what colleagues read follows.
    await click(button(`${entry.edit}: ${vacation}`));
    await click(words);
    await page.keyboard.type(through(later));
    await click(set);
    await expect.poll(() => sent(demo)).toHaveLength(2);
    expect(taken()).toBe(3);
    const edited = (await sent(demo))[1];
    expect(edited).toMatchObject({ expires_at: lastMoment(later) });
    expect(edited?.away_message).toContain(named(later.add({ days: 1 }), locale));
    expect(edited?.away_message).not.toContain(named(first.add({ days: 1 }), locale));
    expect(edited?.away_message).toContain('@ivanov');

    // Something short over it, and back at once: the very same status.
    await click(button(new RegExp(`^${presets.lunch.title}`)));
    await click(button(actions.goBack(`🏖️\u00a0${vacation}`)));
    await expect.poll(() => sent(demo)).toHaveLength(4);
    expect(taken()).toBe(2);
    expect((await sent(demo))[3]).toEqual(edited);

    // A day more, at the end of that day.
    await click(button(new RegExp(`^${actions.extend}`)));
    await click(button(new RegExp(`^${actions.extendSteps.day}`)));
    await expect.poll(() => sent(demo)).toHaveLength(5);
    expect(taken()).toBe(2);
    const extended = (await sent(demo))[4];
    expect(extended).toMatchObject({ expires_at: lastMoment(later.add({ days: 1 })) });
    expect(extended?.away_message).toContain(named(later.add({ days: 2 }), locale));

    // The tile of what holds does nothing; clearing takes all of it.
    await click(
      popover.getByRole('region', { name: home.oneClick }).getByRole('button', { name: new RegExp(`^${vacation}`) }),
    );
    await click(popover.getByRole('button', { name: home.clear, exact: true }));
    await expect.poll(() => sent(demo)).toHaveLength(6);
    expect((await sent(demo))[5]).toBeNull();
  });
}

test('a message set elsewhere that names another day is told of, beside the way to change it', async ({
  demo,
  open,
}) => {
  const { page, popover } = await open({ keyring: 'absent' });
  await signInForNow(page, demo.tokens['full'] ?? '');
  const end = Temporal.Now.plainDateISO(ZONE).add({ days: 20 });
  const other = end.subtract({ days: 12 });
  const token = demo.tokens['full'] ?? '';
  await fetch(`${demo.url}/profile/status`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      status: {
        emoji: '🏖️',
        title: 'Away',
        is_away: true,
        away_message: `Back on ${named(other, 'en')}`,
        expires_at: lastMoment(end),
      },
    }),
  });
  await popover.getByRole('button', { name: 'Check again' }).click();
  await expect(
    popover.getByText(`The message names ${named(other, 'en')}; the status ends ${named(end, 'en')}.`),
  ).toBeVisible();
  await popover.getByRole('button', { name: 'Edit the message' }).click();
  await expect(popover.getByRole('textbox', { name: 'Away message' })).toBeFocused();
});

test('a preset that asks opens with what it asks for, from its tile and from the tray, and sends nothing before', async ({
  demo,
  open,
}) => {
  const { page, popover, tray, menu } = await open({ keyring: 'absent' });
  await signInForNow(page, demo.tokens['full'] ?? '');
  await popover.getByRole('button', { name: 'Edit presets' }).click();
  await popover.getByRole('button', { name: /^Edit On vacation/ }).click();
  await popover.getByRole('switch', { name: 'Until when' }).check();
  await popover.getByRole('button', { name: 'Save', exact: true }).click();
  await popover.getByRole('button', { name: 'Back to the status' }).click();

  const heading = popover.getByRole('heading', { name: 'Before it is set' });
  await popover
    .getByRole('region', { name: 'One click' })
    .getByRole('button', { name: /^On vacation/ })
    .click();
  await expect(heading).toBeVisible();
  await expect(popover.getByRole('radio', { name: '30 min' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(heading).toBeHidden();
  await tray.click();
  await menu.getByRole('menuitem', { name: '🏖️ On vacation…' }).click();
  await expect(heading).toBeVisible();
  expect(await demo.changes()).toEqual([]);
  await popover.getByRole('button', { name: 'Set', exact: true }).click();
  await expect.poll(() => sent(demo)).toMatchObject([{ title: 'On vacation' }]);
});
