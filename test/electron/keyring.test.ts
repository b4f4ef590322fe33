import { expect, test } from 'vitest';
import { withKeyring } from '../support/keyring.ts';
import { describeKeyring } from '../support/keyring-suite.ts';

const service = 'Pachca Status test';
const account = '1';
const password = 'not a real token';
const stored = [{ service, account, password }];

/** What the app's token vault is built on: how the real keytar behaves, measured against the real gnome-keyring. */
describeKeyring('keytar with an unlocked keyring', () => {
  test('keeps a secret, gives it back, and deletes it for good', () =>
    withKeyring('unlocked', async (keytar) => {
      expect(await keytar.getPassword(service, account)).toBeNull();
      await keytar.setPassword(service, account, password);
      expect(await keytar.getPassword(service, account)).toBe(password);
      expect(await keytar.deletePassword(service, account)).toBe(true);
      expect(await keytar.getPassword(service, account)).toBeNull();
      expect(await keytar.deletePassword(service, account)).toBe(false);
    }));

  test('replaces a secret of the same account', () =>
    withKeyring(
      'unlocked',
      async (keytar) => {
        expect(await keytar.getPassword(service, account)).toBe(password);
        await keytar.setPassword(service, account, 'another');
        expect(await keytar.getPassword(service, account)).toBe('another');
      },
      stored,
    ));

  test('refuses an empty account before asking the keyring', () =>
    withKeyring('unlocked', async (keytar) => {
      await expect(keytar.getPassword(service, '')).rejects.toThrow('Account is required.');
    }));
});

describeKeyring('keytar with a locked keyring', () => {
  test('says null for a secret that is there, as if there were none', () =>
    withKeyring('locked', async (keytar) => expect(await keytar.getPassword(service, account)).toBeNull(), stored));

  test('rejects what is to be stored', () =>
    withKeyring('locked', async (keytar) => {
      await expect(keytar.setPassword(service, account, password)).rejects.toThrow(
        'Cannot create an item in a locked collection',
      );
    }));

  test('says false for the deletion of a secret that is there', () =>
    withKeyring('locked', async (keytar) => expect(await keytar.deletePassword(service, account)).toBe(false), stored));
});

describeKeyring('keytar without a session bus', () => {
  test('rejects every call, so that an absent keyring is told apart from an empty one', () =>
    withKeyring('absent', async (keytar) => {
      const message = 'Could not connect';
      await expect(keytar.getPassword(service, account)).rejects.toThrow(message);
      await expect(keytar.setPassword(service, account, password)).rejects.toThrow(message);
      await expect(keytar.deletePassword(service, account)).rejects.toThrow(message);
    }));
});
