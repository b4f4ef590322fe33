import { expect, type Page } from 'playwright/test';
import { neededScopes } from '../../shared/scopes.ts';
import type { Draft } from '../../shared/schemas.ts';
import type { Call, Popover } from './popover.ts';
import { aState, signedIn, type StateChoices } from './popover-states.ts';

/** A token that may look for colleagues. */
export const withPeople = signedIn({ scopes: [...neededScopes, 'users:read'] });

/** A vacation as it is written. */
export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  emoji: '🏖️',
  title: 'On vacation',
  isAway: true,
  awayTemplate: 'Back on {until}. If it is urgent, write to {deputy}.',
  deputy: { userId: 3, nickname: 'ivanov', name: 'Pavel Ivanov' },
  expiry: { kind: 'nextWeekday', weekday: 1 },
  phrase: '',
  wayBack: null,
  editOf: null,
  presetId: null,
  ...over,
});

/** Opens the editor from the field on the home screen. */
export async function openEditor(popover: Popover, choices: StateChoices = {}, title = ''): Promise<Page> {
  const { page } = popover;
  await popover.open(aState(choices));
  const entry = page.getByRole('textbox', { name: /^(What are you doing|Чем вы заняты)\?$/ });
  await entry.fill(title);
  await entry.press('Enter');
  await expect(page.getByRole('heading', { name: /^(New status|Новый статус)$/ })).toBeVisible();
  return page;
}

export const title = (page: Page) => page.getByRole('textbox', { name: 'Status', exact: true });
export const message = (page: Page) => page.getByRole('textbox', { name: 'Away message' });
export const words = (page: Page) => page.getByRole('textbox', { name: 'Until when, in your own words' });
export const set = (page: Page) => page.getByRole('button', { name: 'Set', exact: true });

/** The inputs of the commands of one name, oldest first. */
export const sent = async (popover: Popover, name: Call['name']): Promise<readonly unknown[]> =>
  (await popover.calls()).filter((call) => call.name === name).map(({ input }) => input);

/** What sticks out of the popover's width. */
export function sideways(): string[] {
  const width = document.querySelector('#root')?.getBoundingClientRect().right ?? 0;
  return [...document.querySelectorAll('#root *:not(.visually-hidden)')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const scrolls = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const isInline = getComputedStyle(element).display === 'inline';
      return right > width + 0.5 || left < -0.5 || (scrolls && !isInline && element.tagName !== 'INPUT');
    })
    .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
}
