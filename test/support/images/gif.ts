import { BitWriter, quadrant, quarters } from './picture.ts';

/** What kind of GIF to make. */
export interface GifOptions {
  /** The logical screen. */
  readonly width?: number;
  readonly height?: number;
  readonly version?: '87a' | '89a';
  /** 1 by default. */
  readonly frames?: number;
  /** The frames' size, where it is not the screen's. */
  readonly frame?: { readonly width: number; readonly height: number };
  /** The lower right quarter lets through. */
  readonly transparent?: boolean;
  /** Blocks before the frames. */
  readonly before?: readonly Uint8Array[];
}

/** A GIF of four coloured quarters, 16 × 8 by default. https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
export function gif(options: GifOptions = {}): Buffer {
  const { width = 16, height = 8, version = '89a', frames = 1, transparent = false, before = [] } = options;
  const { frame = { width, height } } = options;
  const image = Buffer.concat([
    ...(version === '89a' ? [Buffer.from([0x21, 0xf9, 4, transparent ? 1 : 0, 10, 0, 3, 0])] : []),
    Buffer.from([0x2c, 0, 0, 0, 0, ...u16(frame.width), ...u16(frame.height), 0]),
    pixels(frame.width, frame.height),
  ]);
  return Buffer.concat([
    Buffer.from(`GIF${version}`),
    Buffer.from([...u16(width), ...u16(height), 0x81, 0, 0, ...quarters.flat()]),
    ...before,
    ...(frames > 1 ? [gifApplication('NETSCAPE2.0', Buffer.from([1, 0, 0]))] : []),
    ...Array<Buffer>(frames).fill(image),
    Buffer.from([0x3b]),
  ]);
}

/** A comment. */
export const gifComment = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x21, 0xfe]), subBlocks(Buffer.from(text))]);

/** An application's block; its name has eleven characters. */
export const gifApplication = (name: string, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from(name), subBlocks(content)]);

/** LZW without ever using its table: after each two pixels it is cleared, so that codes keep their three bits. */
function pixels(width: number, height: number): Buffer {
  const [clear, end] = [4, 5];
  const bits = new BitWriter('low');
  for (let at = 0; at < width * height; at += 1) {
    if (at % 2 === 0) bits.write(clear, 3);
    bits.write(quadrant(at % width, Math.floor(at / width), width, height).index, 3);
  }
  return Buffer.concat([Buffer.from([2]), subBlocks(bits.write(end, 3).bytes())]);
}

function subBlocks(content: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += 255) {
    const part = content.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}

const u16 = (value: number): number[] => [value & 255, value >> 8];
