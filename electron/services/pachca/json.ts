/** What the bytes say, or in a few words why they say nothing; never a part of them. */
export type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

/** Reads JSON in UTF-8, with or without a byte order mark. */
export function parseJson(bytes: Uint8Array): Json {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: 'not UTF-8' };
  }
  if (text.trim() === '') return { ok: false, reason: 'empty body' };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
}
