/**
 * Texts of others made safe to stand beside our own words. A title with a right-to-left override would make a menu read
 * an end backwards, a line break would break a tooltip, zero-width characters make two names look like one. Cleaned once,
 * where a text enters (the server's answers, commands, preset files), and isolated where it is shown.
 *
 * What carries meaning stays: joiners inside emoji and inside scripts that need them, marks on letters, text direction
 * itself, which comes from the letters.
 */

/** More marks on one letter than any orthography needs only serve to paint over the lines around it. */
const MARKS = 8;

const lineBreaks = /\r\n?|[\n\v\f\u{85}\u{2028}\u{2029}]/gu;

/** Unicode 17: bidirectional controls (UAX #9, 2.1 to 2.6). They change how the text *around* them reads. */
const bidi = /[\u{61c}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** Invisible fillers, annotation and deprecated format characters, by code point. Nobody types them to be read. */
const fillers = 'ad 34f 115f-1160 17b4-17b5 180b-180f 200b 2060-2065 206a-206f 3164 feff ffa0 fff0-fffb 1d173-1d17a'
  .replace(/[\da-f]+/g, '\\u{$&}')
  .replaceAll(' ', '');

/** Those, controls but the line feed, and what can never be a character. */
const invisible = new RegExp(`[${fillers}]|(?!\\n)\\p{Cc}|\\p{Noncharacter_Code_Point}`, 'gu');

/** A joiner (U+200C, U+200D) anywhere but inside an emoji or between letters of a script that is joined by them. */
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}])[\u{200c}\u{200d}]+|[\u{200c}\u{200d}]+(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** Tag characters (U+E0000…) belong to flags such as that of Scotland; alone they are an invisible second text. */
const strayTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]+/gu;

const tooManyMarks = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, 'gu');

/** What both kinds of text have in common; breaks are line feeds afterwards. */
const tidy = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\t/g, ' ')
    .replace(lineBreaks, '\n')
    .replace(bidi, '')
    .replace(invisible, '')
    .replace(strayTags, '')
    .replace(strayJoiner, '')
    .replace(tooManyMarks, '$1');

/**
 * A text of one line: a title, a name. White space of any kind, breaks among it, becomes one space; none is left at its
 * ends. Applying it twice changes nothing more.
 */
export const cleanLine = (text: string): string => tidy(text).replace(/\s+/gu, ' ').trim();

/** A text that may have lines: an away message. No line ends in white space, and no more than one stays empty in a row. */
export const cleanText = (text: string): string =>
  tidy(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** Letters that are written from right to left: only they make a line's parts change places. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/**
 * A text of others for the middle of a line of ours, where no markup can isolate it (menus, tooltips, notifications):
 * between U+2068 and U+2069 where it has letters written from right to left, as it is otherwise.
 */
export const isolate = (text: string): string => (rightToLeft.test(text) ? `\u{2068}${text}\u{2069}` : text);

/**
 * A text cut to so many user-perceived characters, with an ellipsis where something went.
 * @param limit at least 1; the ellipsis counts
 */
export function cut(text: string, limit: number): string {
  // No text has more characters than UTF-16 units.
  if (text.length <= limit) return text;
  const kept: string[] = [];
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (kept.length === limit) return `${kept.slice(0, -1).join('').trimEnd()}…`;
    kept.push(segment);
  }
  return text;
}

/** How much of a text of others a line of ours has room for, in characters. */
const ROOM = 60;

/** A text of others for the middle of a line of ours: not longer than there is room for, and isolated. */
export const inLine = (text: string): string => isolate(cut(text, ROOM));

/** What a status or a preset is called in a line of ours: its emoji and its title. */
export const nameInLine = ({ emoji, title }: { readonly emoji: string; readonly title: string }): string =>
  `${emoji} ${inLine(title)}`;
