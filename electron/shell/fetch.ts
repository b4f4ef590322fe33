import { net } from 'electron';
import type { Fetch } from '../services/ports.ts';

/**
 * The client's `fetch` through Chromium's network stack, for the system's proxy and certificates. The client itself
 * forbids cookies, cache and redirects in every request.
 */
export const systemFetch: Fetch = (url, init) => net.fetch(url, init);
