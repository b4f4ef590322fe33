/**
 * Loads the real keytar in a process of its own and does what its parent asks over IPC. The environment decides
 * which keyring it meets (see keyring.ts).
 */
import process from 'node:process';
import keytar from 'keytar';

/** @typedef {{ id: number, method: 'getPassword' | 'setPassword' | 'deletePassword', args: string[] }} Request */

process.on('message', (message) => {
  const { id, method, args } = /** @type {Request} */ (message);
  /** @type {(...args: string[]) => Promise<unknown>} */
  const call = keytar[method];
  // keytar throws at once on an empty argument and rejects on everything else.
  new Promise((resolve) => resolve(call(...args))).then(
    (value) => process.send?.({ id, value }),
    (error) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
