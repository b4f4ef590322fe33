import { expect, test } from 'vitest';
import { browserCandidates } from '../../scripts/browser.mjs';

const linux = { platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' }, playwright: '/cache/chrome' } as const;

test("Playwright's own Chromium comes before the system's", () => {
  const candidates = browserCandidates(linux);
  expect(candidates[0]).toBe('/cache/chrome');
  expect(candidates.indexOf('/usr/bin/chromium')).toBeLessThan(candidates.indexOf('/usr/bin/google-chrome'));
  expect(candidates).toContain('/usr/bin/chromium');
});

test.each(['PACHCA_TEST_BROWSER', 'CHROME_PATH'])('with %s nothing else is tried', (name) => {
  expect(browserCandidates({ ...linux, env: { ...linux.env, [name]: '/my/chrome' } })).toEqual(['/my/chrome']);
});

test('Chrome and Edge are looked for where macOS and Windows keep them', () => {
  expect(browserCandidates({ platform: 'darwin', env: {}, playwright: undefined })).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(browserCandidates({ platform: 'win32', env: { ProgramFiles: 'C:\\P' }, playwright: undefined })).toEqual([
    'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});
