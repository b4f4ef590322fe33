/**
 * How a text file is encoded: UTF-8 or UTF-16, as its byte order mark says or as the zeros of Latin text give away. A
 * `TextDecoder` of that name takes a byte order mark away by itself.
 */
export function textEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first = 1, second = 1] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
