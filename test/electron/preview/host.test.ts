import { describe, expect, it, vi } from 'vitest';
import type { ServerEvent } from '../../../electron/preview/client/protocol.ts';
import { createPreviewHost } from '../../../electron/preview/host.ts';
import type { Pages } from '../../../electron/preview/pages.ts';

function createHost(options: { opens?: boolean; pages?: number; platform?: NodeJS.Platform } = {}) {
  const sent: [event: ServerEvent, data: unknown][] = [];
  const shown = vi.fn();
  const quit = vi.fn();
  const open = { count: options.pages ?? 1 };
  const pages: Pages = {
    add: () => undefined,
    send: (event, data) => void sent.push([event, data]),
    count: () => open.count,
    close: () => undefined,
  };
  const host = createPreviewHost(
    {
      pages,
      version: '1.2.3',
      platform: options.platform ?? 'linux',
      systemLocales: () => ['en-GB'],
      timeZone: () => 'Europe/Moscow',
      openInBrowser: () => Promise.resolve(options.opens ?? false),
      quit,
    },
    shown,
  );
  return { host, sent, shown, quit, open };
}

describe('preview as a host', () => {
  it('shows and hides the popover in the page, and says when it became visible', () => {
    const { host, sent, shown } = createHost();
    expect(host.popoverVisible()).toBe(true);
    host.hidePopover();
    expect(host.popoverVisible()).toBe(false);
    expect(shown).not.toHaveBeenCalled();
    host.openPopover();
    expect(host.popoverVisible()).toBe(true);
    expect(shown).toHaveBeenCalledOnce();
    expect(sent).toEqual([
      ['popover', { visible: false }],
      ['popover', { visible: true }],
    ]);
  });

  it('knows that nobody sees the popover while no page is open', () => {
    const { host, open } = createHost({ pages: 0 });
    expect(host.popoverVisible()).toBe(false);
    open.count = 1;
    expect(host.popoverVisible()).toBe(true);
  });

  it('opens a link in the browser, or hands it to the page where that does not work', async () => {
    const able = createHost({ opens: true });
    await able.host.openExternal('https://dev.pachca.com/');
    expect(able.sent).toEqual([]);

    const unable = createHost({ opens: false });
    await unable.host.openExternal('https://dev.pachca.com/');
    expect(unable.sent).toEqual([['link', { url: 'https://dev.pachca.com/' }]]);
  });

  it('quits after the command that asked for it was answered', async () => {
    const { host, quit } = createHost();
    host.quit();
    await Promise.resolve();
    expect(quit).not.toHaveBeenCalled();
    await new Promise((resolve) => setImmediate(resolve));
    expect(quit).toHaveBeenCalledOnce();
  });

  it.each([
    ['darwin', 'darwin'],
    ['win32', 'win32'],
    ['linux', 'linux'],
    ['freebsd', 'linux'],
  ] as const)('on %s behaves as on %s', (platform, expected) => {
    expect(createHost({ platform }).host.platform).toBe(expected);
  });
});
