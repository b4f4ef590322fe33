import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/server.ts';
import { bootMain, eventually, type Booted, type BootOptions } from '../../support/electron-boot.ts';

let demo: DemoServer;
let booted: Booted;
beforeEach(async () => {
  demo = await startDemoServer();
});
afterEach(async () => {
  booted.stop();
  await demo.close();
});

/** Boots against the demo workspace and signs in as an employee with all scopes. */
async function signIn(options: BootOptions = {}): Promise<void> {
  booted = await bootMain({ apiUrl: demo.url, ...options });
  const token = demo.tokens.full;
  expect(await booted.command('session.signIn', { token, storage: 'keychain' })).toEqual({ ok: true, value: null });
  await eventually(() => expect(booted.tray().toolTip).toBe('Pachca Status: No status'));
  demo.workspace.clearLog();
}

const changes = () =>
  demo.workspace.log
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body, token }) => ({ method, path, body, token }));

describe.each(['linux', 'darwin', 'win32'] as const)('The main job through the native menu on %s', (platform) => {
  it('sets "On vacation" with one click and one PUT, and clears it with one DELETE', async () => {
    await signIn({ platform });
    booted.choose('🏖️ On vacation');
    expect(booted.tray().toolTip).toBe('Pachca Status: Setting “On vacation”…');
    expect(booted.tray().images.at(-1)?.path).toContain('tray-pending');

    await eventually(() => expect(booted.tray().toolTip).toMatch(/^Pachca Status: 🏖️ On vacation · until .+9:00/));
    const [put, ...more] = changes();
    expect(more).toEqual([]);
    expect(put).toMatchObject({ method: 'PUT', path: '/profile/status', token: 'full' });
    const { status } = put?.body as { status: Record<string, unknown> };
    expect(status).toEqual({
      emoji: '🏖️',
      title: 'On vacation',
      is_away: true,
      away_message: expect.stringMatching(/^I’m on vacation and will be back on Monday, \d+ \w+\.$/) as string,
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/) as string,
    });
    expect(booted.item('🏖️ On vacation')).toMatchObject({ type: 'checkbox', checked: true });
    expect(booted.tray().images.at(-1)?.path).toContain('tray-away');

    booted.choose('Clear status');
    await eventually(() => expect(booted.tray().toolTip).toBe('Pachca Status: No status'));
    expect(changes()).toHaveLength(2);
    expect(changes()[1]).toMatchObject({ method: 'DELETE', path: '/profile/status' });
    expect(booted.item('Clear status')).toMatchObject({ enabled: false });
    expect(booted.tray().images.at(-1)?.path).toContain('tray-idle');
  });
});

describe('The tray', () => {
  it('tells the popover’s page of each change as it happens', async () => {
    await signIn();
    booted.choose('🍽️ Lunch');
    await eventually(() => expect(booted.tray().toolTip).toContain('Lunch · until'));
    const phases = booted.window().contents.sent.map(({ channel, args }) => {
      expect(channel).toBe('pachca-status:changed');
      expect(args).toHaveLength(1);
      return (args[0] as { change: { phase: string } | null }).change?.phase;
    });
    expect(phases).toEqual(expect.arrayContaining(['pending', 'done']));
  });

  it('speaks Russian where the system does', async () => {
    booted = await bootMain({ languages: ['ru-RU', 'en-GB'] });
    expect(booted.tray().toolTip).toMatch(/[а-яё]/i);
  });

  it('says by a system notification that a click in the menu failed, while the popover is hidden', async () => {
    await signIn();
    booted.window().hide();
    demo.workspace.elsewhere.revoke('full');
    booted.choose('🎧 Focus');
    await eventually(() => expect(booted.seen.notifications).toHaveLength(1));
    expect(booted.seen.notifications[0]?.shown).toBe(true);
    booted.seen.notifications[0]?.emit('click');
    expect(booted.window().visible).toBe(true);
  });

  it('rebuilds its menu after each click, because a click flips a native check mark by itself', async () => {
    await signIn();
    booted.choose('🎧 Focus');
    await eventually(() => expect(booted.item('🎧 Focus')).toMatchObject({ checked: true }));
    const before = booted.tray().contextMenu;
    booted.choose('Open Pachca Status');
    expect(booted.tray().contextMenu).not.toBe(before);
    expect(booted.tray().contextMenu).toEqual({ template: expect.any(Array) as unknown });
  });

  it('leaves menu, icon and tooltip alone while they would look the same', async () => {
    await signIn();
    const { images, contextMenu } = booted.tray();
    const drawn = images.length;
    await booted.command('status.refresh', {});
    expect(booted.tray().images).toHaveLength(drawn);
    expect(booted.tray().contextMenu).toBe(contextMenu);
  });

  it('takes the tone of the bar, and follows when the system’s theme changes', async () => {
    booted = await bootMain({ platform: 'win32', dark: false });
    expect(booted.tray().images.at(-1)?.path).toMatch(/tray-idle-dark\.ico$/);
    Object.assign(booted.electron.nativeTheme, {
      shouldUseDarkColors: true,
      shouldUseDarkColorsForSystemIntegratedUI: true,
    });
    booted.electron.nativeTheme.emit('updated');
    expect(booted.tray().images.at(-1)?.path).toMatch(/tray-idle-light\.ico$/);
    expect(booted.window().backgroundColor).toBe('#1b1b1f');
  });

  it('is a template image on macOS', async () => {
    booted = await bootMain({ platform: 'darwin' });
    expect(booted.tray().images.at(-1)?.path).toMatch(/tray-idleTemplate\.png$/);
  });
});

describe('Quitting and starting again', () => {
  it('takes the token from the keychain, nowhere else', async () => {
    await signIn();
    const { keychain, appData } = booted;
    expect([...keychain.values()]).toEqual([demo.tokens.full]);
    booted.app.emit('will-quit');

    const again = await bootMain({ apiUrl: demo.url, keychain, appData });
    try {
      await eventually(() => expect(again.tray().toolTip).toBe('Pachca Status: No status'));
      expect(await again.command('session.signOut', { force: false })).toEqual({ ok: true, value: null });
      expect(keychain.size).toBe(0);
    } finally {
      again.app.emit('will-quit');
    }
  });
});
