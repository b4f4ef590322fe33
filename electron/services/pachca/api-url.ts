/** Where the API is when nobody says otherwise. */
export const DEFAULT_API_URL = 'https://api.pachca.com/api/shared/v1';

/** An accepted address, or why it was refused: one English sentence for the terminal, without the value itself. */
export type ApiUrl = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };

/** After `URL` has normalised it, every spelling of an IPv4 address in 127.0.0.0/8 looks like this. */
const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

const refuse = (reason: string): ApiUrl => ({ ok: false, reason });

/**
 * Reads the value of `PACHCA_API_URL`, the base address every call is made below. The token is sent there, so it must
 * be https; plain http is accepted on this computer only, where tests and the demo server are.
 * @param value unset or empty stands for {@link DEFAULT_API_URL}
 * @returns the address without a slash at its end. A refusal is meant to end the program before it starts: falling
 *   back to another server would send a token where it was not meant to go.
 */
export function parseApiUrl(value: string | undefined): ApiUrl {
  const text = value?.trim() ?? '';
  if (text === '') return { ok: true, value: DEFAULT_API_URL };
  // `URL` repairs these silently; an address that needs repair may not be the one that was meant.
  if (!/^https?:\/\/[^/]/i.test(text) || /[\s\\]/.test(text)) return refuse('It is not an http or https address.');
  if (!URL.canParse(text)) return refuse('It is not an address.');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return refuse('It must not hold a user name or a password.');
  if (/[?#]/.test(text)) return refuse('It must not hold a query or a fragment.');
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) {
    return refuse('It must be https: plain http is accepted on this computer (127.0.0.1, [::1], localhost) only.');
  }
  return { ok: true, value: url.origin + url.pathname.replace(/\/+$/, '') };
}

/** The path of the API below an installation's address. */
const API_PATH = new URL(DEFAULT_API_URL).pathname;

/**
 * Reads the address of an installation as a person types it: `https://` may be left out, and so may the API's path.
 * @returns as {@link parseApiUrl}; refused too where nothing was typed
 */
export function completeApiUrl(typed: string): ApiUrl {
  const text = typed.trim();
  if (text === '') return refuse('It is empty.');
  const parsed = parseApiUrl(/^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!parsed.ok) return parsed;
  return new URL(parsed.value).pathname === '/' ? { ok: true, value: `${parsed.value}${API_PATH}` } : parsed;
}
