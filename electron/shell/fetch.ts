import { net } from 'electron';
import type { Fetch } from '../services/ports.ts';

/**
 * The client's `fetch` through Chromium's network stack, for the system's proxy and certificates. No cookies, no cache:
 * the token is the only credential, and answers about a person are not kept on disk.
 */
export const systemFetch: Fetch = (url, init) => net.fetch(url, { ...init, credentials: 'omit', cache: 'no-store' });
