const oneEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v');

/** Whether it is one emoji, fully qualified, as Pachca takes it. */
export const isEmoji = (text: string): boolean => oneEmoji.test(text);

/**
 * The emoji as Unicode recommends to write it. Many programs leave the variation selector U+FE0F out ("❤", "☝", "🏖") or
 * ask for the plain form with U+FE0E; it is the same emoji, but Pachca, and we, know it by one spelling. What is not one
 * emoji comes back as it is.
 */
export function qualifyEmoji(text: string): string {
  const trimmed = text.trim();
  if (isEmoji(trimmed)) return trimmed;
  const bare = Array.from(trimmed.replace(/[\ufe0e\ufe0f]/g, ''));
  const qualified = bare
    .map((character, index) => {
      // What is text by default needs the selector, unless a skin tone follows, which asks for the emoji by itself.
      const isText = /^\p{Emoji}$/u.test(character) && !/^\p{Emoji_Presentation}$/u.test(character);
      return isText && !/^\p{Emoji_Modifier}/u.test(bare[index + 1] ?? '') ? `${character}\ufe0f` : character;
    })
    .join('');
  return isEmoji(qualified) ? qualified : text;
}
