import { resolveExpiry, type ExpiryRule } from '../../shared/expiry.ts';
import { formatMomentShort, formatRule, formatUntil } from '../../shared/format.ts';
import { messages } from '../../shared/i18n/index.ts';
import { expiryContext } from '../../shared/plan.ts';
import { isPresent, questionsOf, type Preset } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { currentAt } from '../../shared/status.ts';
import { timeStyle } from '../../shared/tray-menu.ts';

/** What a preset's tile says it will do. */
export interface TileText {
  /** As short as the tile: "1 h · until 14:05", "until Mon, 9:00". */
  readonly hint: string;
  /** The moment of the end in full, where the hint falls short of it: "until Mon 23 Nov, 9:00". */
  readonly end: string | null;
}

/**
 * What a click on a preset's tile does: `set` it; begin its duration anew, where it is the present status already; or
 * `nothing`, where it holds and has no duration.
 */
export function clickOn(preset: Preset, state: AppState): 'set' | 'restart' | 'nothing' {
  if (!isPresent(preset, state.status)) return 'set';
  return preset.expiry.kind === 'duration' ? 'restart' : 'nothing';
}

/** What a preset's tile says: as {@link tileText}; of the one that holds, "Restart 1 h", or its own end. */
export function presetTileText(preset: Preset, now: number, state: AppState): TileText {
  const { actions } = messages(state.locale);
  const said = tileText(preset, now, state);
  const click = clickOn(preset, state);
  const current = currentAt(state.status.current, now);
  if (click === 'set' || !current) {
    return questionsOf(preset).length > 0 ? { ...said, hint: `${said.hint}…` } : said;
  }
  if (click === 'restart') {
    const style = timeStyle(state);
    return { hint: actions.restart(formatRule(preset.expiry, now, style, expiryContext(state))), end: said.end };
  }
  const { expiresAt } = current;
  if (expiresAt === null) return { hint: formatUntil(null, now, timeStyle(state)), end: null };
  const style = timeStyle(state);
  return {
    hint: messages(state.locale).time.until(formatMomentShort(expiresAt, now, style)),
    end: formatUntil(expiresAt, now, style),
  };
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
