import { resolveExpiry, type ExpiryRule } from '../../shared/expiry.ts';
import { formatMomentShort, formatRule, formatUntil } from '../../shared/format.ts';
import { messages } from '../../shared/i18n/index.ts';
import { expiryContext } from '../../shared/plan.ts';
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
export function tileText({ expiry }: { readonly expiry: ExpiryRule }, now: number, state: AppState): TileText {
  const { actions, time } = messages(state.locale);
  const style = timeStyle(state);
  const context = expiryContext(state);
  const resolved = resolveExpiry(expiry, now, context);
  if (!resolved.ok) return { hint: actions.passed, end: null };
  const rule = formatRule(expiry, now, style, context);
  const end = resolved.value;
  if (end === null) return { hint: rule, end: null };

  const until = formatUntil(end, now, style);
  const short = time.until(formatMomentShort(end, now, style));
  switch (expiry.kind) {
    case 'duration':
      return { hint: `${rule} · ${short}`, end: short === until ? null : until };
    case 'endOfDay':
      return { hint: rule, end: until };
    default:
      return { hint: short, end: short === until ? null : until };
  }
}
