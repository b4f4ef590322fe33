import type { Tone } from '../view/editor-emoji.ts';

/** What the picker remembers for as long as the page lives: a convenience, not state of the app. */
export const emojiMemory: { tone: Tone | null; chosen: readonly string[] } = { tone: null, chosen: [] };

/** Remembers that an emoji was chosen. */
export function rememberEmoji(emoji: string): void {
  emojiMemory.chosen = [emoji, ...emojiMemory.chosen.filter((other) => other !== emoji)].slice(0, 50);
}
