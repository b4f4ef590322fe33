import type { EventEmitter } from 'node:events';
import { MessageType, Message, sessionBus, type MessageBus } from '@jellybrick/dbus-next';

/** The part of the session bus that is used. */
export interface SessionBus {
  hasOwner(name: string): Promise<boolean>;
  /** Calls `changed` whenever a name gets an owner, or loses its last one. */
  watchOwner(name: string, changed: (owned: boolean) => void): Promise<void>;
  close(): void;
}

const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/**
 * Connects to the session bus that the environment names (D-Bus specification, "Message Bus Messages"). Rejects where
 * there is none.
 */
export async function connectSessionBus(): Promise<SessionBus> {
  const bus = sessionBus();
  await connected(bus);
  const ask = (member: string, signature: string, body: unknown[]): Promise<Message | null> =>
    bus.call(new Message({ ...BUS, member, signature, body }));
  return {
    hasOwner: async (name) => (await ask('NameHasOwner', 's', [name]))?.body[0] === true,
    watchOwner: async (name, changed) => {
      bus.on('message', (message: Message) => {
        if (message.type !== MessageType.SIGNAL || message.member !== 'NameOwnerChanged') return;
        const [changedName, , owner] = message.body;
        if (changedName === name) changed(owner !== '');
      });
      const rule = `type='signal',sender='${BUS.destination}',member='NameOwnerChanged',arg0='${name}'`;
      await ask('AddMatch', 's', [rule]);
    },
    close: () => bus.disconnect(),
  };
}

function connected(bus: MessageBus): Promise<void> {
  return new Promise((resolve, reject) => {
    bus.once('connect', () => resolve());
    // Its types leave the event out. Without a listener an error, a later one too, would end the app.
    (bus as unknown as EventEmitter).on('error', reject);
  });
}
