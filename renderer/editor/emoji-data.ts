import type { Locale } from '../../shared/i18n/locale.ts';
import { emojiCatalogue, type EmojiEntry, type EmojiSource } from '../view/editor-emoji.ts';

const catalogues = new Map<Locale, Promise<readonly EmojiEntry[]>>();

/** All emoji to choose from, found in both languages. The data is loaded the first time that somebody asks. */
export function loadEmoji(locale: Locale): Promise<readonly EmojiEntry[]> {
  const known = catalogues.get(locale);
  if (known) return known;
  const loading = load(locale);
  catalogues.set(locale, loading);
  // A failure is not kept: the next one who asks tries again.
  loading.catch(() => catalogues.delete(locale));
  return loading;
}

async function load(locale: Locale): Promise<readonly EmojiEntry[]> {
  const [{ default: english }, { default: russian }] = await Promise.all([
    import('emojibase-data/en/data.json'),
    import('emojibase-data/ru/compact.json'),
  ]);
  return emojiCatalogue(english, russian, locale === 'ru' ? 'names' : 'source', drawnHere(english));
}

/** From this version on a font may have some emoji of a version and lack others, so each of them is tried. */
const RECENT_VERSION = 15;

/** Whether this computer's font has an emoji. Of older versions one emoji speaks for all. */
function drawnHere(all: readonly EmojiSource[]): (source: EmojiSource) => boolean {
  const samples = new Map(all.map(({ emoji, version }) => [version, emoji]));
  const newestFirst = [...samples].toSorted(([a], [b]) => b - a);
  const newest = newestFirst.find(([, sample]) => isDrawn(sample))?.[0] ?? 0;
  return ({ emoji, version }) => version <= newest && (version < RECENT_VERSION || isDrawn(emoji));
}

let canvas: CanvasRenderingContext2D | null = null;

/** Whether the system draws an emoji as one picture in its own colours, not as a box and not as several. */
function isDrawn(emoji: string): boolean {
  const size = 2;
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return true;
  canvas.font = `${size}px 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif`;
  canvas.textBaseline = 'middle';
  if (canvas.measureText(emoji).width >= size * 2) return false;
  const [blue, red] = ['#00f', '#f00'].map((colour) => pixels(emoji, colour, size));
  return blue === red;
}

/** A box is drawn in the colour of the text, an emoji in its own. */
function pixels(emoji: string, colour: string, size: number): string {
  if (!canvas) return '';
  canvas.clearRect(0, 0, size, size);
  canvas.fillStyle = colour;
  canvas.fillText(emoji, 0, 0);
  return canvas.getImageData(0, 0, size, size).data.join();
}
