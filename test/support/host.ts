import type { Host, SystemNotification } from '../../electron/services/ports.ts';

/** A host that remembers what was asked of it. */
export interface FakeHost extends Host {
  readonly calls: string[];
  readonly notifications: SystemNotification[];
  readonly opened: string[];
  readonly copied: string[];
  readonly saved: { readonly name: string; readonly text: string }[];
  visible: boolean;
  locales: readonly string[];
  zone: string;
}

/** Makes a host on Linux, in Moscow, in English, with the popover hidden. */
export function createFakeHost(
  patch: Partial<Pick<FakeHost, 'locales' | 'zone' | 'platform' | 'visible'>> = {},
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
    holdPopover: (held) => void calls.push(`holdPopover ${held}`),
    notify: (notification) => void notifications.push(notification),
  };
  return host;
}
