import { imageKind } from './images.ts';

/** A request's body as it arrived. */
export interface ReceivedBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The `content-type` header, or an empty string. */
  readonly contentType: string;
}

/** One part of a `multipart/form-data` body. A part with a file name is a file, whatever its content type says. */
export type Part =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: File };

const mediaType = ({ contentType }: ReceivedBody): string => contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** The JSON value of a body, or undefined when it does not say it is JSON or is not. */
export function parseJson(body: ReceivedBody): unknown {
  if (mediaType(body) !== 'application/json') return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** The parts of a multipart body, or null when it is not one or is broken. */
export async function parseMultipart(body: ReceivedBody): Promise<readonly Part[] | null> {
  if (mediaType(body) !== 'multipart/form-data') return null;
  try {
    // Deprecated for servers that strangers can flood; this one is on loopback and its bodies are bounded.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const form = await new Response(body.bytes, { headers: { 'content-type': body.contentType } }).formData();
    return [...form.entries()].map(([name, value]) =>
      typeof value === 'string' ? { kind: 'field', name, value } : { kind: 'file', name, file: value },
    );
  } catch {
    return null;
  }
}

/**
 * A body for the request log: JSON as its value, multipart as a list of parts without their bytes, the start of
 * anything else as text, null for none.
 */
export async function describeBody(body: ReceivedBody): Promise<unknown> {
  if (body.bytes.length === 0) return null;
  const value = parseJson(body);
  if (value !== undefined) return value;
  const parts = await parseMultipart(body);
  if (parts === null) return { text: new TextDecoder().decode(body.bytes.subarray(0, 1000)), size: body.bytes.length };
  return {
    multipart: await Promise.all(
      parts.map(async (part) =>
        part.kind === 'field'
          ? { name: part.name, value: part.value }
          : {
              name: part.name,
              filename: part.file.name,
              type: part.file.type,
              size: part.file.size,
              image: imageKind(new Uint8Array(await part.file.arrayBuffer()))?.type ?? null,
            },
      ),
    ),
  };
}
