import { appError } from '../../shared/errors.ts';
import { sourceSquare } from '../../shared/image/crop.ts';
import {
  encodePlan,
  isTransparent,
  MAX_AVATAR_BYTES,
  outputFormat,
  type EncodeAttempt,
} from '../../shared/image/output.ts';
import { stripMetadata } from '../../shared/image/strip.ts';
import { fail, type Result } from '../../shared/result.ts';
import { drawFace, type Face } from './draw.ts';

/**
 * The file of an avatar: a PNG where something of the square is transparent, else a JPEG; without any metadata, at most
 * 1024 pixels a side and under 1 MiB.
 * @returns `internal` where the browser cannot draw or encode
 */
export async function encodeAvatar(face: Face): Promise<Result<Uint8Array>> {
  const { side } = sourceSquare(face.view, face.picture.size);
  for (const attempt of encodePlan(outputFormat(hasTransparency(face)), side)) {
    const encoded = await encodedAs(attempt, face);
    if (!encoded) return noCanvas();
    const stripped = stripMetadata(encoded);
    if (!stripped.ok || stripped.value.length <= MAX_AVATAR_BYTES) return stripped;
  }
  return noCanvas();
}

/** Bytes in base64, as commands carry them. */
export function base64Of(bytes: Uint8Array): string {
  let characters = '';
  // In pieces, because each byte becomes an argument.
  for (let at = 0; at < bytes.length; at += 0x2000) {
    characters += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  }
  return btoa(characters);
}

/** How small the drawing is that is looked at for transparency, in pixels a side. */
const LOOK = 256;

/**
 * Whether something of the square is transparent. Not at its rim: where a turned square touches the picture's edge, the
 * edge's softness would count.
 */
function hasTransparency(face: Face): boolean {
  const context = new OffscreenCanvas(LOOK, LOOK).getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  drawFace(context, face, { x: 0, y: 0, side: LOOK });
  return isTransparent(context.getImageData(2, 2, LOOK - 4, LOOK - 4).data);
}

async function encodedAs({ format, side, quality }: EncodeAttempt, face: Face): Promise<Uint8Array | null> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) return null;
  drawFace(context, face, { x: 0, y: 0, side });
  const options = quality === null ? { type: format } : { type: format, quality };
  const blob = await canvas.convertToBlob(options).catch(() => null);
  return blob && new Uint8Array(await blob.arrayBuffer());
}

const noCanvas = () => fail(appError('internal', { reason: 'the picture could not be encoded' }));
