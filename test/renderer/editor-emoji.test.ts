import english from 'emojibase-data/en/data.json';
import russian from 'emojibase-data/ru/compact.json';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  emojiCatalogue,
  emojiGroups,
  inTone,
  recentEmoji,
  RECENT_LIMIT,
  searchEmoji,
  toneOf,
  tones,
  usualTone,
} from '../../renderer/view/editor-emoji.ts';
import { statusWords } from '../../renderer/view/editor-emoji-words.ts';
import { emojiSchema } from '../../shared/schemas.ts';
import { aState, aStatus } from '../support/states.ts';

const all = emojiCatalogue(english, russian, 'source', () => true);
const inRussian = emojiCatalogue(english, russian, 'names', () => true);
const first = (query: string) => searchEmoji(all, query)[0]?.emoji;
const found = (query: string) => searchEmoji(all, query).map(({ emoji }) => emoji);

describe('the emoji to choose from', () => {
  it('are all of a kind that the main side accepts, in every skin tone', () => {
    const offered = all.flatMap((entry) => tones.map((tone) => inTone(entry, tone)));
    expect(offered.filter((emoji) => !v.is(emojiSchema, emoji))).toEqual([]);
  });

  it('are there once, in every group, and nearly all that Unicode has', () => {
    expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length);
    for (const { name } of emojiGroups)
      expect(
        all.some(({ group }) => group === name),
        name,
      ).toBe(true);
    expect(all.length).toBeGreaterThan(1_850);
  });

  it('have a name in the language of the app', () => {
    const name = (entries: typeof all) => entries.find(({ emoji }) => emoji === '🏖️')?.label;
    expect(name(all)).toBe('beach with umbrella');
    expect(name(inRussian)).toBe('пляж');
  });

  it('are none that the computer cannot draw', () => {
    const older = emojiCatalogue(english, russian, 'source', ({ version }) => version <= 12);
    expect(older.some(({ emoji }) => emoji === '🥲')).toBe(false);
    expect(all.some(({ emoji }) => emoji === '🥲')).toBe(true);
  });
});

describe('searching emoji', () => {
  it('understands both languages at once, whatever the app speaks', () => {
    expect(first('beach')).toBe('🏖️');
    expect(first('пляж')).toBe('🏖️');
    expect(found('vacation')).toContain('🏖️');
    expect(found('отпуск')).toContain('🏖️');
    expect(searchEmoji(inRussian, 'beach')[0]?.emoji).toBe('🏖️');
  });

  it('puts the emoji of that very name first', () => {
    expect(first('house')).toBe('🏠');
    expect(first('дом')).toBe('🏠');
    expect(first('cat')).toBe('🐈');
  });

  it('needs only the beginning of a word, and every word of several in any order', () => {
    expect(found('vacat')).toContain('🏖️');
    expect(found('cat joy')).toContain('😹');
    expect(found('joy cat')).toContain('😹');
    expect(found('cat zebra')).toEqual([]);
  });

  it('finds another form of a Russian word, and е for ё', () => {
    expect(found('отпуска')).toContain('🏖️');
    expect(found('елка')).toContain('🎄');
    expect(found('ёлка')).toContain('🎄');
  });

  it('knows what people set as a status', () => {
    expect(['vacation', 'отпуск', 'wfh', 'удаленка', 'созвон', 'lunch', 'болею', 'dentist'].map(first)).toEqual([
      '🏖️',
      '🏖️',
      '🏠',
      '🏠',
      '📅',
      '🍽️',
      '🤒',
      '🦷',
    ]);
  });

  it('knows those words of emoji that are there', () => {
    const known = new Set(all.map(({ emoji }) => emoji));
    expect(Object.keys(statusWords).filter((emoji) => !known.has(emoji))).toEqual([]);
  });

  it('does not mind capitals and punctuation', () => {
    expect(first(' Beach! ')).toBe('🏖️');
  });

  it('finds an emoji by itself, with or without its selector, in any skin tone', () => {
    expect(found('🏖')).toEqual(['🏖️']);
    expect(found('👍🏽')).toEqual(['👍']);
  });
});

describe('skin tones', () => {
  it('are put on what has them and on nothing else', () => {
    const entry = (emoji: string) => {
      const known = all.find((each) => each.emoji === emoji);
      if (!known) throw new Error(`${emoji} is not there`);
      return known;
    };
    expect(inTone(entry('👍'), 3)).toBe('👍🏽');
    expect(inTone(entry('👍'), 0)).toBe('👍');
    expect(inTone(entry('🏖️'), 3)).toBe('🏖️');
  });

  it('are read off an emoji', () => {
    expect(toneOf('👍🏽')).toBe(3);
    expect(toneOf('🧑🏿‍💻')).toBe(5);
    expect(toneOf('🏖️')).toBe(0);
  });

  it('begin with the one that was used last', () => {
    const plan = { title: 'x', isAway: false, awayTemplate: null, deputy: null, expiry: { kind: 'none' } } as const;
    const state = aState({
      recents: [
        { id: '1', emoji: '🏖️', ...plan },
        { id: '2', emoji: '🧑🏿‍💻', ...plan },
      ],
    });
    expect(usualTone(state)).toBe(5);
    expect(usualTone(aState())).toBe(0);
  });
});

describe('recent emoji', () => {
  it('are those chosen just now, then those of statuses and presets, each once', () => {
    const state = aState({ status: { current: aStatus({ emoji: '🦷' }) } });
    expect(recentEmoji(['🐻', '🏖️'], state)).toEqual(['🐻', '🏖️', '🦷', '🤒', '🍽️', '📅', '🎧', '🏠']);
  });

  it('are not too many', () => {
    const chosen = all.slice(0, 40).map(({ emoji }) => emoji);
    expect(recentEmoji(chosen, aState())).toEqual(chosen.slice(0, RECENT_LIMIT));
  });
});
