/** What a block of EXIF is to say. */
export interface ExifContent {
  /** 1 to 8; 1 by default. */
  readonly orientation?: number;
  /** Whether to say where the picture was taken: Red Square. Not by default. */
  readonly gps?: boolean;
  /** Big-endian by default, as cameras mostly write it. */
  readonly order?: 'big' | 'little';
}

/** The camera's name in every block of EXIF that is made here, to look for in bytes that must have lost it. */
export const CAMERA = 'Spycam 3000';

/** A TIFF header with one directory, and one of places: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf */
export function exif({ orientation = 1, gps = false, order = 'big' }: ExifContent = {}): Buffer {
  const big = order === 'big';
  const u16 = (value: number) => (big ? [value >> 8, value & 255] : [value & 255, value >> 8]);
  const u32 = (value: number) =>
    big ? [...u16(value >> 16), ...u16(value & 65535)] : [...u16(value & 65535), ...u16(value >> 16)];
  const ascii = (text: string) => [...Buffer.from(`${text}\0`)];
  const rational = (...values: readonly number[]) => values.flatMap((value) => [...u32(value), ...u32(1)]);
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ];

  const entries = gps ? 3 : 2;
  const afterDirectory = 8 + 2 + entries * 12 + 4;
  const camera = ascii(CAMERA);
  const gpsAt = afterDirectory + camera.length;
  const coordinatesAt = gpsAt + 2 + 4 * 12 + 4;
  return Buffer.from([
    ...(big ? [0x4d, 0x4d, 0, 42] : [0x49, 0x49, 42, 0]),
    ...u32(8),
    ...u16(entries),
    ...entry(0x0110, 2, camera.length, u32(afterDirectory)),
    ...entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    ...(gps ? entry(0x8825, 4, 1, u32(gpsAt)) : []),
    ...u32(0),
    ...camera,
    ...(gps
      ? [
          ...u16(4),
          ...entry(1, 2, 2, [...ascii('N'), 0, 0]),
          ...entry(2, 5, 3, u32(coordinatesAt)),
          ...entry(3, 2, 2, [...ascii('E'), 0, 0]),
          ...entry(4, 5, 3, u32(coordinatesAt + 24)),
          ...u32(0),
          ...rational(55, 45, 14),
          ...rational(37, 37, 12),
        ]
      : []),
  ]);
}
