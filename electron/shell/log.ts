import process from 'node:process';
import { redact } from '../services/redact.ts';
import type { Log } from '../services/ports.ts';

// A program started from a desktop may have nobody at the other end of its stderr; that is no reason to stop.
process.stderr.on('error', () => undefined);

/** Writes to stderr, one JSON line each. Nothing is kept in files: what was sent and when is the person's business. */
export const log: Log = (level, message, data) => {
  const line = redact({ at: new Date().toISOString(), level, message, ...data });
  process.stderr.write(`${JSON.stringify(line)}\n`);
};
