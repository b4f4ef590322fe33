import { expect, test, vi } from 'vitest';
import { links } from '../../../electron/services/links.ts';
import { openLink } from '../../../electron/shell/links.ts';

const openExternal = vi.hoisted(() => vi.fn<(url: string) => Promise<void>>());
vi.mock('electron', () => ({ shell: { openExternal } }));

test('The app’s own links are opened in the browser; all of them are https', async () => {
  for (const url of Object.values(links)) {
    expect(new URL(url).protocol).toBe('https:');
    await openLink(url);
    expect(openExternal).toHaveBeenLastCalledWith(url);
  }
});

test('So is an address of the profile that the person clicked', async () => {
  await openLink('https://example.com/wiki?page=1');
  expect(openExternal).toHaveBeenLastCalledWith('https://example.com/wiki?page=1');
});

test.each(['http://example.com/', 'https://user:pass@example.com/', 'file:///etc/passwd', 'javascript:alert(1)', ''])(
  'What is not plain https is refused: %j',
  async (url) => {
    openExternal.mockClear();
    await expect(openLink(url)).rejects.toThrow('Refused');
    expect(openExternal).not.toHaveBeenCalled();
  },
);
