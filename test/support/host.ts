import type { Desktop } from '../../shared/desktop.ts';
import { aDesktop } from './states.ts';
import type { Host, SystemNotification } from '../../electron/services/ports.ts';

/** A host that remembers what was asked of it. */
export interface FakeHost extends Host {
  readonly calls: string[];
  readonly notifications: SystemNotification[];
  readonly opened: string[];
  readonly copied: string[];
  readonly saved: { readonly name: string; readonly text: string }[];
  visible: boolean;
  desk: Desktop;
  /** Whether the system does what it is asked about starting at login. */
  loginWorks: boolean;
  locales: readonly string[];
  zone: string;
}

/** Makes a host on Linux, in Moscow, in English, with the popover hidden. */
export function createFakeHost(
  patch: Partial<Pick<FakeHost, 'kind' | 'desk' | 'loginWorks' | 'locales' | 'zone' | 'platform' | 'visible'>> = {},
): FakeHost {
  const calls: string[] = [];
  const notifications: SystemNotification[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const saved: { name: string; text: string }[] = [];
  const host: FakeHost = {
    kind: 'preview',
    platform: 'linux',
    version: '0.0.0-test',
    visible: false,
    locales: ['en-GB'],
    zone: 'Europe/Moscow',
    desk: aDesktop(),
    loginWorks: true,
    ...patch,
    calls,
    notifications,
    opened,
    copied,
    saved,
    systemLocales: () => host.locales,
    timeZone: () => host.zone,
    openPopover: () => void calls.push('openPopover'),
    hidePopover: () => void calls.push('hidePopover'),
    popoverVisible: () => host.visible,
    quit: () => void calls.push('quit'),
    openExternal: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
    copyText: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
    saveFile: (file) => {
      saved.push(file);
      return Promise.resolve(true);
    },
    desktop: () => host.desk,
    setStartAtLogin: (enabled) => {
      calls.push(`setStartAtLogin ${enabled}`);
      if (host.loginWorks) host.desk = { ...host.desk, login: { kind: enabled ? 'on' : 'off' } };
      return Promise.resolve();
    },
    popoverBlurred: () => void calls.push('popoverBlurred'),
    holdPopover: (held) => void calls.push(`holdPopover ${held}`),
    notify: (notification) => void notifications.push(notification),
  };
  return host;
}
