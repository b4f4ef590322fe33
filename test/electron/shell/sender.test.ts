import { expect, test } from 'vitest';
import { isOwnPage } from '../../../electron/shell/sender.ts';

test('The top frame at the popover’s address is the app’s own page', () => {
  expect(isOwnPage({ parent: null, url: 'app://popover/' })).toBe(true);
  expect(isOwnPage({ parent: null, url: 'app://popover/index.html#settings' })).toBe(true);
});

test.each([
  ['a frame that is gone', null],
  ['a frame inside the page', { parent: {}, url: 'app://popover/' }],
  ['another host of the scheme', { parent: null, url: 'app://popover.evil/' }],
  ['a host that hides behind a user name', { parent: null, url: 'app://popover@evil/' }],
  ['another scheme', { parent: null, url: 'https://popover/' }],
  ['a file', { parent: null, url: 'file:///popover/' }],
  ['an empty document', { parent: null, url: 'about:blank' }],
  ['no address', { parent: null, url: '' }],
])('%s is not', (_, frame) => {
  expect(isOwnPage(frame)).toBe(false);
});
