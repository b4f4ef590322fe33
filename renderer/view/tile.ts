import { resolveExpiry } from '../../shared/expiry.ts';
import { formatMomentShort, formatRule, formatUntil } from '../../shared/format.ts';
import { messages } from '../../shared/i18n/index.ts';
import { expiryContext } from '../../shared/plan.ts';
import type { Preset } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { timeStyle } from '../../shared/tray-menu.ts';

/** What a preset's tile says it will do. */
export interface TileText {
  /** As short as the tile: "1 h · until 14:05", "until Mon, 9:00". */
  readonly hint: string;
  /** The moment of the end in full, where the hint falls short of it: "until Mon 23 Nov, 9:00". */
  readonly end: string | null;
}

/** @param now epoch milliseconds */
export function tileText(preset: Preset, now: number, state: AppState): TileText {
  const { time } = messages(state.locale);
  const style = timeStyle(state);
  const context = expiryContext(state);
  const rule = formatRule(preset.expiry, now, style, context);
  const resolved = resolveExpiry(preset.expiry, now, context);
  const end = resolved.ok ? resolved.value : null;
  if (end === null) return { hint: rule, end: null };

  const until = formatUntil(end, now, style);
  const short = time.until(formatMomentShort(end, now, style));
  switch (preset.expiry.kind) {
    case 'duration':
      return { hint: `${rule} · ${short}`, end: short === until ? null : until };
    case 'endOfDay':
      return { hint: rule, end: until };
    default:
      return { hint: short, end: short === until ? null : until };
  }
}
