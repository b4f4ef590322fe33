import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { placePopover, type Surroundings } from '../../../electron/shell/placement.ts';

const SIZE = { width: 360, height: 560 };

/** A display whose bar is at one edge, with the tray icon somewhere on the bar. */
const surroundings = fc
  .record({
    x: fc.integer({ min: -8000, max: 8000 }),
    y: fc.integer({ min: -8000, max: 8000 }),
    width: fc.integer({ min: 640, max: 5120 }),
    height: fc.integer({ min: 480, max: 2880 }),
    bar: fc.integer({ min: 20, max: 72 }),
    edge: fc.constantFrom('top', 'bottom', 'left', 'right'),
    along: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ bar, edge, along, ...bounds }) => {
    const icon = Math.min(24, bar);
    const horizontal = edge === 'top' || edge === 'bottom';
    const workArea = {
      x: bounds.x + (edge === 'left' ? bar : 0),
      y: bounds.y + (edge === 'top' ? bar : 0),
      width: bounds.width - (horizontal ? 0 : bar),
      height: bounds.height - (horizontal ? bar : 0),
    };
    const far = edge === 'bottom' ? bounds.height - bar : edge === 'right' ? bounds.width - bar : 0;
    const onBar = Math.round(along * ((horizontal ? bounds.width : bounds.height) - icon));
    const tray = {
      x: bounds.x + (horizontal ? onBar : far),
      y: bounds.y + (horizontal ? far : onBar),
      width: icon,
      height: icon,
    };
    return { edge, tray, display: { bounds, workArea } };
  });

const right = (area: { x: number; width: number }): number => area.x + area.width;
const bottom = (area: { y: number; height: number }): number => area.y + area.height;

describe('The popover', () => {
  it('is wholly inside the work area, on every edge and on displays left of and above the main one', () => {
    fc.assert(
      fc.property(surroundings, fc.constantFrom('darwin', 'win32', 'linux'), ({ tray, display }, platform) => {
        const place = placePopover({ tray, display }, SIZE, platform);
        const { workArea } = display;
        expect(place.x).toBeGreaterThanOrEqual(workArea.x);
        expect(place.y).toBeGreaterThanOrEqual(workArea.y);
        expect(right(place)).toBeLessThanOrEqual(right(workArea));
        expect(bottom(place)).toBeLessThanOrEqual(bottom(workArea));
      }),
    );
  });

  it('is at the edge that has the bar, close to it', () => {
    fc.assert(
      fc.property(surroundings, ({ edge, tray, display }) => {
        const place = placePopover({ tray, display }, SIZE, 'linux');
        const { workArea } = display;
        const distance = {
          top: place.y - workArea.y,
          bottom: bottom(workArea) - bottom(place),
          left: place.x - workArea.x,
          right: right(workArea) - right(place),
        }[edge];
        expect(distance).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('is centred on the icon as far as the display allows', () => {
    fc.assert(
      fc.property(surroundings, ({ edge, tray, display }) => {
        const place = placePopover({ tray, display }, SIZE, 'linux');
        const horizontal = edge === 'top' || edge === 'bottom';
        const off = horizontal
          ? place.x + place.width / 2 - (tray.x + tray.width / 2)
          : place.y + place.height / 2 - (tray.y + tray.height / 2);
        const { workArea } = display;
        const atSide = horizontal
          ? place.x === workArea.x || right(place) === right(workArea)
          : place.y === workArea.y || bottom(place) === bottom(workArea);
        expect(Math.abs(off) <= 1 || atSide).toBe(true);
      }),
    );
  });
});

const display: Surroundings['display'] = {
  bounds: { x: 0, y: 0, width: 1440, height: 900 },
  workArea: { x: 0, y: 25, width: 1440, height: 875 },
};

test('Below a menu bar the popover hangs 4 px under the icon, centred', () => {
  const tray = { x: 1000, y: 0, width: 24, height: 24 };
  expect(placePopover({ tray, display }, SIZE, 'darwin')).toEqual({ x: 832, y: 28, width: 360, height: 560 });
});

test('An icon inside the work area, on a bar that hides itself, counts for the edge it is nearest to', () => {
  const whole = { x: 0, y: 0, width: 1440, height: 900 };
  const tray = { x: 1300, y: 864, width: 24, height: 32 };
  expect(placePopover({ tray, display: { bounds: whole, workArea: whole } }, SIZE, 'win32')).toMatchObject({
    x: 1080,
    y: 300,
  });
});

test('A work area smaller than the popover shrinks it, so that nothing of it is out of reach', () => {
  const small = { x: -1024, y: 0, width: 1024, height: 500 };
  const tray = { x: -100, y: 480, width: 20, height: 20 };
  expect(placePopover({ tray, display: { bounds: small, workArea: small } }, SIZE, 'win32')).toMatchObject({
    y: 0,
    height: 500,
  });
});

describe('Without an icon to go by, the popover takes the right corner', () => {
  const bounds = { x: 0, y: 0, width: 1440, height: 900 };
  const at = (workArea: typeof bounds, platform: NodeJS.Platform): { x: number; y: number } => {
    const { x, y } = placePopover({ tray: null, display: { bounds, workArea } }, SIZE, platform);
    return { x, y };
  };

  it('below a panel at the top', () => {
    expect(at({ x: 0, y: 32, width: 1440, height: 868 }, 'linux')).toEqual({ x: 1080, y: 32 });
  });
  it('above a panel at the bottom', () => {
    expect(at({ x: 0, y: 0, width: 1440, height: 856 }, 'linux')).toEqual({ x: 1080, y: 296 });
  });
  it('at the top where no panel is seen, at the bottom on Windows', () => {
    expect(at(bounds, 'linux')).toEqual({ x: 1080, y: 0 });
    expect(at(bounds, 'win32')).toEqual({ x: 1080, y: 340 });
  });
});
