import { vi } from 'vitest';
import type { Keychain } from '../../electron/services/ports.ts';

/** An open keychain: what keytar does where everything is in order. */
export function openKeychain(entries: Record<string, string> = {}) {
  const stored = new Map(Object.entries(entries));
  const keychain = {
    getPassword: vi.fn<Keychain['getPassword']>((_service, name) => Promise.resolve(stored.get(name) ?? null)),
    setPassword: vi.fn<Keychain['setPassword']>((_service, name, password) => {
      stored.set(name, password);
      return Promise.resolve();
    }),
    deletePassword: vi.fn<Keychain['deletePassword']>((_service, name) => Promise.resolve(stored.delete(name))),
  };
  return { keychain, stored };
}

/** A Linux keyring that nobody has unlocked, with the message of gnome-keyring in Russian: texts must not matter. */
export function lockedKeyring(entries: Record<string, string> = {}) {
  const opened = openKeychain(entries);
  opened.keychain.getPassword.mockImplementation(() => Promise.resolve(null));
  opened.keychain.setPassword.mockImplementation(() =>
    Promise.reject(new Error('Не удалось создать элемент в заблокированной коллекции')),
  );
  opened.keychain.deletePassword.mockImplementation(() => Promise.resolve(false));
  return opened;
}

/** No bus, no Secret Service. */
export function noKeyring() {
  const refuse = () => Promise.reject(new Error('Could not connect: No such file or directory'));
  return { getPassword: refuse, setPassword: refuse, deletePassword: refuse } satisfies Keychain;
}
