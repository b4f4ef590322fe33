import { isEmoji, qualifyEmoji } from '../../shared/emoji.ts';
import type { AppState } from '../../shared/state.ts';
import { statusWords } from './editor-emoji-words.ts';

/** Skin tones as a number: 0 = yellow, 1 = light … 5 = dark. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

export const tones: readonly Tone[] = [0, 1, 2, 3, 4, 5];

/** The groups of Unicode that have emoji to choose, in its order, with emojibase's number and an emoji that stands for it. */
export const emojiGroups = [
  { name: 'smileys', number: 0, sign: '😀' },
  { name: 'people', number: 1, sign: '👋' },
  { name: 'animals', number: 3, sign: '🐻' },
  { name: 'food', number: 4, sign: '🍎' },
  { name: 'travel', number: 5, sign: '✈️' },
  { name: 'activities', number: 6, sign: '⚽' },
  { name: 'objects', number: 7, sign: '💡' },
  { name: 'symbols', number: 8, sign: '❤️' },
  { name: 'flags', number: 9, sign: '🏁' },
] as const;

export type EmojiGroup = (typeof emojiGroups)[number]['name'];

/** What is used of an emoji in emojibase's `data.json`. */
export interface EmojiSource {
  readonly hexcode: string;
  readonly emoji: string;
  readonly label: string;
  readonly tags?: readonly string[];
  /** None: a part of emoji rather than one. */
  readonly group?: number;
  readonly order?: number;
  /** The version of Unicode's emoji it came with. */
  readonly version: number;
  readonly skins?: readonly { readonly emoji: string; readonly tone?: number | readonly number[] }[];
}

/** What is used of an emoji in another language's `compact.json`. */
export interface EmojiNames {
  readonly hexcode: string;
  readonly label: string;
  readonly tags?: readonly string[];
}

/** An emoji one can choose. */
export interface EmojiEntry {
  readonly emoji: string;
  /** Its name in the language of the app. */
  readonly label: string;
  readonly group: EmojiGroup;
  /** In the skin tones 1 to 5; null where there are none. */
  readonly skins: readonly string[] | null;
  /** Its names in all languages, in words. */
  readonly names: readonly (readonly string[])[];
  /** What else it is found by. */
  readonly words: readonly string[];
}

/** Russian names say it in these words, too: "е" is written for "ё" as often as not. */
const normalised = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').normalize('NFC');

const wordsOf = (text: string): readonly string[] => normalised(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The emoji that can be chosen, in Unicode's order: fully qualified, as Pachca takes them, and ones this computer can draw.
 * @param names the same in the other language
 * @param locale whose names are shown
 * @param isDrawn whether this computer has a picture of an emoji
 */
export function emojiCatalogue(
  sources: readonly EmojiSource[],
  names: readonly EmojiNames[],
  locale: 'source' | 'names',
  isDrawn: (source: EmojiSource) => boolean,
): readonly EmojiEntry[] {
  const groups = new Map<number, EmojiGroup>(emojiGroups.map(({ number, name }) => [number, name]));
  const others = new Map(names.map((other) => [other.hexcode, other]));
  return sources
    .filter(isDrawn)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap((source): readonly EmojiEntry[] => {
      const emoji = qualified(source.emoji);
      const group = source.group === undefined ? undefined : groups.get(source.group);
      if (emoji === null || group === undefined) return [];
      const other = others.get(source.hexcode);
      const labels = [source.label, ...(other ? [other.label] : [])];
      return [
        {
          emoji,
          label: (locale === 'names' ? other?.label : undefined) ?? source.label,
          group,
          skins: skinsOf(source),
          // What people mean by it comes before what Unicode's tags say: "dentist" is a tooth before it is a mask.
          names: [...labels, statusWords[emoji] ?? ''].map(wordsOf),
          words: [...new Set([...(source.tags ?? []), ...(other?.tags ?? [])].flatMap(wordsOf))],
        },
      ];
    });
}

/** The emoji as Pachca takes it: emojibase adds a selector also where it is not part of the emoji; null = it is none. */
function qualified(emoji: string): string | null {
  const written = qualifyEmoji(emoji);
  return isEmoji(written) ? written : null;
}

/** With a skin tone in it, an emoji needs no selector, and emojibase adds none. */
function skinsOf({ skins = [] }: EmojiSource): readonly string[] | null {
  const found = tones.slice(1).flatMap((tone) => skins.find((skin) => skin.tone === tone)?.emoji ?? []);
  return found.length === 5 ? found : null;
}

/** An emoji in a skin tone, where it has any. */
export const inTone = ({ emoji, skins }: EmojiEntry, tone: Tone): string => skins?.[tone - 1] ?? emoji;

const TONE_SIGNS = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** The skin tone an emoji is in. */
export function toneOf(emoji: string): Tone {
  return tones.find((tone) => tone > 0 && emoji.includes(TONE_SIGNS[tone - 1] ?? '')) ?? 0;
}

/** The skin tone to begin with: that of the last emoji in one that was set from here. */
export function usualTone(state: AppState): Tone {
  const toned = [...state.recents, ...state.presets].find(({ emoji }) => toneOf(emoji) > 0);
  return toned ? toneOf(toned.emoji) : 0;
}

/** Most emoji that are offered again. */
export const RECENT_LIMIT = 16;

/** The emoji that were used last: those chosen just now, of the current status, of what was set from here, of presets. */
export function recentEmoji(chosen: readonly string[], state: AppState): readonly string[] {
  const { current } = state.status;
  const all = [...chosen, ...(current ? [current] : []), ...state.recents, ...state.presets].map((used) =>
    typeof used === 'string' ? used : used.emoji,
  );
  return [...new Set(all)].slice(0, RECENT_LIMIT);
}

/**
 * Finds emoji in all languages at once, the best first. Each word of the query has to be found; the beginning of a word
 * will do, and so will another ending of it ("отпуске" finds "отпуск"). An emoji finds itself.
 */
export function searchEmoji(entries: readonly EmojiEntry[], query: string): readonly EmojiEntry[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) {
    const bare = (emoji: string) => emoji.trim().replaceAll('\ufe0f', '');
    const sign = bare(query);
    return entries.filter(({ emoji, skins }) => [emoji, ...(skins ?? [])].some((own) => bare(own) === sign));
  }
  const whole = wanted.join(' ');
  return entries
    .flatMap((entry) => {
      const isName = entry.names.some((name) => name.join(' ') === whole);
      const cost = isName ? 0 : costOf(entry, wanted);
      return cost === null ? [] : [{ entry, cost }];
    })
    .toSorted((a, b) => a.cost - b.cost || usualness(a.entry) - usualness(b.entry))
    .map(({ entry }) => entry);
}

const usual = Object.keys(statusWords);

/** Of emoji found alike, those that are usual as a status come first, in the order of the list. */
const usualness = ({ emoji }: EmojiEntry): number => (usual.includes(emoji) ? usual.indexOf(emoji) : usual.length);

/** How far an emoji is from the words wanted; null = one of them is not found. */
function costOf({ names, words }: EmojiEntry, wanted: readonly string[]): number | null {
  let sum = 1;
  for (const word of wanted) {
    const cost = Math.min(
      ...names.map((name) => (name[0]?.startsWith(word) ? 1 : costOfWord(name, word, 2))),
      costOfWord(words, word, 3),
    );
    if (cost === Infinity) return null;
    sum += cost;
  }
  return sum;
}

function costOfWord(words: readonly string[], wanted: string, least: number): number {
  if (words.includes(wanted)) return least;
  if (words.some((word) => word.startsWith(wanted))) return least + 2;
  return words.some((word) => isInflected(word, wanted)) ? least + 4 : Infinity;
}

/** Whether a word is another form of the one wanted: alike up to a short ending. */
function isInflected(word: string, wanted: string): boolean {
  const stem = wanted.slice(0, -1);
  return stem.length >= 4 && word.startsWith(stem) && word.length <= wanted.length + 1;
}
