import type { ImageType } from './image.ts';

/** The part of the API has to have a file name; the server goes by the content. */
const names: Readonly<Record<ImageType, string>> = {
  'image/png': 'avatar.png',
  'image/jpeg': 'avatar.jpg',
  'image/gif': 'avatar.gif',
  'image/webp': 'avatar.webp',
};

/** How much is handed to the network at once, in bytes: small enough for a bar that moves, large enough to cost nothing. */
const PIECE = 16 * 1024;

/** A file that tells how much of it was taken. */
class CountedFile extends File {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #onTaken: (bytes: number) => void;

  constructor(bytes: Uint8Array<ArrayBuffer>, type: ImageType, onTaken: (bytes: number) => void) {
    super([bytes], names[type], { type });
    this.#bytes = bytes;
    this.#onTaken = onTaken;
  }

  /** Gives the next piece only when it is asked for, so that what was taken has left, or waits in the socket. */
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let at = 0;
    return new ReadableStream(
      {
        pull: (controller) => {
          const piece = this.#bytes.subarray(at, at + PIECE);
          at += piece.length;
          if (piece.length > 0) controller.enqueue(piece);
          this.#onTaken(at);
          if (at >= this.#bytes.length) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/**
 * The body of `PUT /profile/avatar`, for one try. `fetch` computes its length and content type itself.
 * @param onProgress called with the part that was handed to the network, from 0 to 1
 */
export function avatarForm(
  bytes: Uint8Array<ArrayBuffer>,
  type: ImageType,
  onProgress: (part: number) => void,
): FormData {
  const form = new FormData();
  // Without a third argument, which would put an ordinary `File` in its place.
  form.append('image', new CountedFile(bytes, type, (taken) => onProgress(taken / bytes.length)));
  return form;
}
