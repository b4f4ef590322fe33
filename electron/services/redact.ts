const secretKey = /token|authorization|secret|password|cookie/i;
const bearer = /\bBearer\s+\S+/gi;
/** As long as a token, with digits, and not a UUID, which is what request ids are. */
const opaque = /(?<![\w-])(?![\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(?![\w-]))(?=[a-z_-]*\d)[\w-]{32,}/gi;

const HIDDEN = '[redacted]';
const DEPTH = 6;

/**
 * Makes a value fit for a log: plain data, with whatever looks like a secret replaced. Nothing secret is supposed to get
 * here; this is for the day somebody is mistaken.
 */
export function redact(value: unknown, depth = DEPTH): unknown {
  if (typeof value === 'string') return value.replace(bearer, `Bearer ${HIDDEN}`).replace(opaque, HIDDEN);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value;
  if (typeof value !== 'object') return typeof value;
  if (depth === 0) return '[…]';
  // A message may quote what was sent, and a stack the message.
  if (value instanceof Error) return redact({ name: value.name, message: value.message }, depth - 1);
  if (Array.isArray(value)) return value.map((item: unknown) => redact(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, secretKey.test(key) ? HIDDEN : redact(item, depth - 1)]),
  );
}
