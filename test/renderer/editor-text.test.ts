import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, insertWord, limitEdit } from '../../renderer/view/editor-text.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
/** Texts with what is longer than it looks: families, flags, skin tones, letters with marks. */
const texts = fc
  .array(fc.oneof(fc.constantFrom('👩‍👩‍👧‍👦', '🇷🇺', '👍🏽', '🏖️', 'й', 'e\u0301', 'ab'), fc.string({ maxLength: 3 })))
  .map((parts) => parts.join(''));

describe('cutting a text to a limit', () => {
  it('leaves a text alone that is within it', () => {
    expect(cutText('В отпуске', 9)).toBe('В отпуске');
  });

  it('drops an emoji that only half of would fit', () => {
    expect(cutText('Отпуск 👩‍👩‍👧‍👦', 10)).toBe('Отпуск ');
    expect(cutText('👍🏽', 3)).toBe('');
    expect(cutText('🏖️!', 3)).toBe('🏖️');
  });

  it('cuts only between what the eye sees as one, and never more than it has to', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 60 }), (text, limit) => {
        const cut = cutText(text, limit);
        const all = graphemes(text);
        const kept = graphemes(cut).length;
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(all.slice(0, kept).join('')).toBe(cut);
        const next = all[kept];
        if (next !== undefined) expect(cut.length + next.length).toBeGreaterThan(limit);
      }),
    );
  });
});

describe('typing and pasting at a limit', () => {
  it('keeps what was there and cuts what came in', () => {
    // "xyz" was pasted in the middle of "abcdef".
    expect(limitEdit('abcxyzdef', 6, 7)).toEqual({ text: 'abcxdef', caret: 4 });
  });

  it('puts no half of an emoji where a whole one does not fit', () => {
    expect(limitEdit('abc👍🏽def', 7, 8)).toEqual({ text: 'abcdef', caret: 3 });
  });

  it('cuts the end of a text that was too long before', () => {
    expect(limitEdit('abcdef', 0, 3)).toEqual({ text: 'abc', caret: 0 });
  });

  it('always ends within the limit, with the caret in the text', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat({ max: 40 }), (before, after, limit) => {
        const { text, caret } = limitEdit(before + after, before.length, limit);
        expect(text.length).toBeLessThanOrEqual(Math.max(limit, 0));
        expect(caret).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('inserting a variable', () => {
  it('sets it apart from the words around it', () => {
    expect(insertWord('Вернусь', 7, 7, '{until}')).toEqual({ text: 'Вернусь {until}', caret: 15 });
    expect(insertWord('back soon', 5, 5, '{until}')).toEqual({ text: 'back {until} soon', caret: 13 });
  });

  it('leaves punctuation where it is', () => {
    expect(insertWord('Back .', 5, 5, '{until}').text).toBe('Back {until}.');
  });

  it('takes the place of what is selected', () => {
    expect(insertWord('Back on Monday.', 8, 14, '{until}').text).toBe('Back on {until}.');
  });
});
