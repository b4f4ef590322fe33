/** What a route answers, before it becomes a `Response`. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** One item of the `errors` array the API answers with. */
export interface ApiErrorItem {
  readonly key: string;
  readonly value: string | null;
  readonly message: string;
  readonly code: string;
  readonly payload: null;
}

const JSON_TYPE = 'application/json; charset=utf-8';

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': JSON_TYPE, ...headers },
  body: JSON.stringify(value),
});

/** 200 `{data}`, with `meta` beside it where the operation has one. */
export const data = (value: unknown, meta?: unknown): Reply =>
  json(200, meta === undefined ? { data: value } : { data: value, meta });

/** 204 without a body. */
export const noContent: Reply = { status: 204, headers: {}, body: null };

/** Plain text or HTML: what proxies in front of the API answer. */
export const text = (status: number, type: string, body: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': type, ...headers },
  body,
});

export const errorItem = (key: string, code: string, message: string, value: unknown = null): ApiErrorItem => ({
  key,
  value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null,
  message,
  code,
  payload: null,
});

/** 400, 402, 403, 404 and 422: `{errors: [ApiErrorItem]}`. */
export const errors = (status: 400 | 402 | 403 | 404 | 422, ...items: readonly ApiErrorItem[]): Reply =>
  json(status, { errors: items });

/** 401, and 403 for a missing scope: `{error, error_description}`. */
export const refused = (status: 401 | 403, error: string, description: string): Reply =>
  json(
    status,
    { error, error_description: description },
    status === 401 ? { 'www-authenticate': `Bearer realm="Pachca", error="${error}"` } : {},
  );
