import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messages } from '../../shared/i18n/index.ts';
import { noticeText } from '../../shared/notice-text.ts';
import { trayMenu, trayTooltip } from '../../shared/tray-menu.ts';
import { aState, aStatus } from '../support/states.ts';
import { cleanLine, cleanText, cut, isolate } from '../../shared/clean-text.ts';

const fromCodes = (...codes: number[]): string => String.fromCodePoint(...codes);

describe('a line', () => {
  it.each([
    ['a right-to-left override', `Lunch ${fromCodes(0x202e)}00:41 litnu`, 'Lunch 00:41 litnu'],
    ['isolates and marks', fromCodes(0x2066, 0x41, 0x2069, 0x200f), 'A'],
    ['tabs and breaks', 'On\tvacation\r\nuntil\u2028Monday', 'On vacation until Monday'],
    ['white space at its ends and in a row', '  On   vacation\u00a0 ', 'On vacation'],
    ['zero-width characters', fromCodes(0x41, 0x200b, 0x2060, 0xfeff, 0xad, 0x42), 'AB'],
    ['nothing but invisible ones', fromCodes(0x200b, 0x200d, 0x3164, 0x115f, 0x2060), ''],
    ['controls', 'A\u0000\u0007\u001b[31mB\u007f\u009f', 'A[31mB'],
    ['a stray half of a pair', 'A\ud83cB', 'A\ufffdB'],
    ['a joiner between Latin letters', fromCodes(0x41, 0x200d, 0x42, 0x200c, 0x43), 'ABC'],
    ['an invisible text of tag characters', fromCodes(0x48, 0x69, 0xe0068, 0xe0069), 'Hi'],
    ['a tower of marks', `Z${'\u0335'.repeat(200)}a`, `Z${'\u0335'.repeat(8)}a`],
  ])('loses %s', (_what, text, clean) => {
    expect(cleanLine(text)).toBe(clean);
  });

  it.each([
    ['a family', '👨‍👩‍👧‍👦 with the kids'],
    ['a profession with a skin tone', '🧑🏽‍💻 Focus'],
    ['a heart on fire', '❤️‍🔥'],
    ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Edinburgh'],
    ['a keycap', '1️⃣ first'],
    ['Persian with its non-joiner', 'می\u200cخواهم'],
    ['Hindi with its joiner', 'क्\u200dष'],
    ['Hebrew', 'בחופשה'],
    ['Cyrillic with an accent', 'за́мок, Ёж, й'],
    ['Vietnamese, decomposed', 'Việt'.normalize('NFD')],
  ])('keeps %s', (_what, text) => {
    expect(cleanLine(text)).toBe(text);
  });
});

describe('a text with lines', () => {
  it('keeps its paragraphs, as line feeds, without white space at their ends', () => {
    expect(cleanText(' Away.\r\n\r\nAsk @ivanov \n\n\n\nor\t@elena ')).toBe('Away.\n\nAsk @ivanov\n\nor @elena');
  });
});

describe('cleaning', () => {
  const nasty = fc.string({ unit: 'binary', maxLength: 60 });
  const joined = fc
    .array(
      fc.constantFrom('A', '👩', '\u200d', '\u200c', '\ufe0f', '🏴', '\u{e0067}', 'ش', ' ', '\n', '\u202e', '\u0335'),
    )
    .map((parts) => parts.join(''));

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, joined), (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it('leaves no control, no bidirectional control, and one line of a line', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, joined), (text) => {
        expect(cleanLine(text)).not.toMatch(/[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u);
        expect(cleanText(text)).not.toMatch(
          /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u,
        );
        expect(cleanLine(text)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('isolating', () => {
  it('is for texts that could turn the line around them, and for no others', () => {
    expect(isolate('On vacation')).toBe('On vacation');
    expect(isolate('В отпуске')).toBe('В отпуске');
    expect(isolate('בחופשה 5')).toBe('\u2068בחופשה 5\u2069');
  });
});

describe('cutting', () => {
  it('counts what a person sees, and says that something went', () => {
    expect(cut('Lunch', 5)).toBe('Lunch');
    expect(cut('Lunch break', 6)).toBe('Lunch…');
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦');
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2)).toBe('👨‍👩‍👧‍👦…');
  });
});

describe('a title written from right to left', () => {
  const title = 'בחופשה 10:00';
  const state = aState({
    status: { current: aStatus({ title }) },
    wayBack: aStatus({ title }),
    undo: { status: null, of: aStatus({ title }) },
  });
  const isolated = `\u2068${title}\u2069`;
  /** Every text in which the title stands at all. */
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(texts) : [];

  it('is isolated wherever it stands beside our words in menu, tooltip and notices', () => {
    const notice = { id: 1, kind: 'queued-dropped', reason: 'ended', status: aStatus({ title }) } as const;
    const said = [...texts(trayMenu(state)), trayTooltip(state), noticeText(notice, messages('en'), state).title ?? ''];
    const withTitle = said.filter((text) => text.includes('בחופשה'));
    expect(withTitle.length).toBeGreaterThan(4);
    for (const text of withTitle) expect(text).toContain(isolated);
  });

  it('however long, leaves room for the end beside it', () => {
    const long = aState({ status: { current: aStatus({ title: 'W'.repeat(500), expiresAt: state.now + 3_600_000 }) } });
    expect(trayTooltip(long).length).toBeLessThan(130);
    expect(trayTooltip(long)).toContain('…');
  });
});
