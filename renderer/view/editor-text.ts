const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest beginning of a text that has at most `limit` UTF-16 units and cuts nothing in two that is one to the eye. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** A text and the place of the caret in it, in UTF-16 units. */
export interface Edited {
  readonly text: string;
  readonly caret: number;
}

/**
 * What stays of an edit that made a text too long: as with `maxlength`, what was there stays and what was typed or pasted
 * is cut; unlike with `maxlength`, never in the middle of an emoji.
 * @param caret where the caret is after the edit, which is where the new part ends
 * @param limit in UTF-16 units
 */
export function limitEdit(text: string, caret: number, limit: number): Edited {
  if (text.length <= limit) return { text, caret };
  const after = cutText(text.slice(caret), limit);
  const before = cutText(text.slice(0, caret), limit - after.length);
  return { text: before + after, caret: before.length };
}

/**
 * Puts a word at the caret, in place of what is selected, with a space where it would stick to the word before or after.
 * @param start beginning of the selection, in UTF-16 units
 * @param end its end
 */
export function insertWord(text: string, start: number, end: number, word: string): Edited {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const put = `${/[\p{L}\p{N},.:;!?}]$/u.test(before) ? ' ' : ''}${word}${/^[\p{L}\p{N}{]/u.test(after) ? ' ' : ''}`;
  return { text: before + put + after, caret: before.length + put.length };
}
