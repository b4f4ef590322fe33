import {
  appError,
  isForbidden,
  isUnreached,
  type AppError,
  type ErrorCode,
  type ErrorParams,
} from '../../../shared/errors.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { CallOptions } from '../pachca/call.ts';
import type { PachcaClient } from '../pachca/client.ts';
import { fetchImage, type FetchedImage, type ImageRequest } from '../pachca/image.ts';
import { imageOf } from './cache.ts';
import { whose, type Before, type OwnPicture } from './memory.ts';
import { fingerprint, type Pictures } from './pictures.ts';

/** What looking at the present picture takes. */
export interface PresentPorts {
  readonly client: PachcaClient;
  readonly pictures: Pictures;
  readonly image: ImageRequest;
  /** Whether the token may read the profile, as far as is known. */
  mayReadProfile(): boolean;
  /** A call was refused with this error. */
  refused(error: AppError): void;
}

/**
 * Reads which picture the server holds and keeps it on this computer, so that it can come back. One that was set from
 * here is on the disk already.
 * @param force goes on where it cannot be kept
 * @returns `avatar_not_kept`, or what keeps the change itself from being possible: no way to the server, no valid
 *   token, a workspace or a person without access, a wait the server asks for, `aborted`
 */
export async function keepPresent(
  ports: PresentPorts,
  own: OwnPicture | null,
  force: boolean,
  options: CallOptions & { readonly signal: AbortSignal },
): Promise<Result<Before>> {
  const notKept = (cause: NotKept): Result<Before> =>
    force ? ok({ known: false }) : fail(appError('avatar_not_kept', { temporary: false, cause }));

  if (!ports.mayReadProfile()) return notKept('scope');
  const profile = await ports.client.profile(options);
  if (!profile.ok) {
    const { error } = profile;
    if (error.code === 'aborted') return profile;
    ports.refused(error);
    return isUnreached(error) || hopeless.has(error.code) ? profile : notKept(causeOf(error));
  }
  const { imageUrl } = profile.value;
  if (imageUrl === null) {
    return ok({ known: true, picture: null, address: null, ours: whose(own, null, null) === 'ours' });
  }
  const address = fingerprint(imageUrl);
  const kept = own?.picture ?? null;
  const onDisk = kept !== null && ports.pictures.read(kept) !== null;
  if (onDisk && whose(own, address, null) === 'ours') return ok({ known: true, picture: kept, address, ours: true });

  const fetched = await fetchImage(imageUrl, { ...ports.image, signal: options.signal });
  if (!fetched.ok) return fetched.error.code === 'aborted' ? fetched : notKept('download');
  // The account may be gone, and its folder with it: nothing is written for it any more.
  if (options.signal.aborted) return fail(appError('aborted', {}));
  const picture = ports.pictures.keep(fetched.value.bytes);
  if (picture === null) return notKept('disk');
  const ours = whose(own, address, picture) === 'ours';
  // What was sent is the better copy of what the server made of it.
  return ok({ known: true, picture: ours && onDisk ? kept : picture, address, ours });
}

type NotKept = ErrorParams['avatar_not_kept']['cause'];

/** Failures that meet the change itself as well: nothing is gained by giving up the present picture. */
const hopeless: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'access_denied',
  'api_restricted',
  'certificate',
  'foreign_page',
  'rate_limited',
  'redirected',
  'token_doubted',
  'token_rejected',
  'token_revoked',
  'workspace_suspended',
]);

function causeOf(error: AppError): NotKept {
  if (error.code === 'insufficient_scope') return 'scope';
  if (isForbidden(error)) return 'forbidden';
  return error.code === 'server_error' ? 'server' : 'answer';
}

/** The picture that the page shows as the present one. */
export interface Shown {
  readonly id: string;
  readonly image: FetchedImage;
}

/** A picture of the disk, to be shown. */
export function shownFromDisk(pictures: Pictures, id: string | null): Shown | null {
  const image = id === null ? null : imageOf(pictures.read(id));
  return id !== null && image ? { id, image } : null;
}

/** A picture as it was fetched or is sent, to be shown. */
export const shownOf = (image: FetchedImage): Shown => ({ id: fingerprint(image.bytes), image });
