import { describe, expect, test } from 'vitest';
import { createFocusRules } from '../../../electron/shell/focus-rules.ts';

function rules(platform: NodeJS.Platform) {
  let now = 0;
  const made = createFocusRules(platform, () => now);
  return { ...made, pass: (milliseconds: number) => void (now += milliseconds) };
}

describe('A popover that loses the focus', () => {
  test('is hidden', () => {
    const { shown, blurred, pass } = rules('linux');
    shown();
    pass(1_000);
    expect(blurred(false)).toEqual({ kind: 'hide' });
  });

  test.each([
    ['win32', 400],
    ['linux', 200],
  ] as const)('just after it was shown takes it back: the bar had it (%s)', (platform, later) => {
    const { shown, blurred, pass } = rules(platform);
    shown();
    pass(later);
    const answer = blurred(true);
    expect(answer.kind).toBe('take-back');
    if (answer.kind === 'take-back') pass(answer.after);
    expect(blurred(true)).toEqual({ kind: 'hide' });
  });

  test('is hidden at once on macOS, whose panels have the focus for good', () => {
    const { shown, blurred } = rules('darwin');
    shown();
    expect(blurred(false)).toEqual({ kind: 'hide' });
  });
});

describe('A click on the icon', () => {
  test('opens and closes', () => {
    const { clicked } = rules('win32');
    expect(clicked(false)).toBe('show');
    expect(clicked(true)).toBe('hide');
  });

  test('whose press closed the popover does not open it again, and the next one does', () => {
    const { shown, blurred, clicked, pass } = rules('win32');
    shown();
    pass(1_000);
    blurred(false);
    pass(120);
    expect(clicked(false)).toBe('nothing');
    pass(50);
    expect(clicked(false)).toBe('show');
  });

  test('that took long is told by where the mouse was when the focus went', () => {
    const { shown, blurred, clicked, pass } = rules('win32');
    shown();
    pass(1_000);
    blurred(true);
    pass(1_500);
    expect(clicked(false)).toBe('nothing');
  });

  test('that comes later than that, or after the person had gone elsewhere, opens', () => {
    for (const [overIcon, later] of [
      [true, 4_000],
      [false, 400],
    ] as const) {
      const { shown, blurred, clicked, pass } = rules('win32');
      shown();
      pass(1_000);
      blurred(overIcon);
      pass(later);
      expect(clicked(false)).toBe('show');
    }
  });

  test.each(['blur before the press is told', 'blur after the press is told'])(
    'that is held down for seconds closes on macOS and does not open again (%s)',
    (order) => {
      const { shown, blurred, pressed, clicked, pass } = rules('darwin');
      shown();
      pass(60_000);
      if (order.startsWith('blur before')) {
        blurred(false);
        pressed(false);
      } else {
        pressed(true);
        blurred(false);
      }
      pass(20_000);
      expect(clicked(false)).toBe('nothing');
      pressed(false);
      expect(clicked(false)).toBe('show');
    },
  );

  test('closes where the press did not take the focus', () => {
    const { shown, pressed, clicked } = rules('darwin');
    shown();
    pressed(true);
    expect(clicked(true)).toBe('hide');
  });
});
