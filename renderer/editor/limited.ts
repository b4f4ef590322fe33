import type { ChangeEvent } from 'react';
import { limitEdit } from '../view/editor-text.ts';

/**
 * The text of a field after a change, cut to a limit in UTF-16 units without cutting an emoji in two. The field is
 * corrected at once, so that the caret stays where the person left it.
 */
export function limitedText({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>, limit: number): string {
  const { text, caret } = limitEdit(target.value, target.selectionStart ?? target.value.length, limit);
  if (text !== target.value) {
    target.value = text;
    target.setSelectionRange(caret, caret);
  }
  return text;
}
