import { resolveExpiry } from '../../shared/expiry.ts';
import { formatMomentShort, formatRule, formatUntil } from '../../shared/format.ts';
import { messages } from '../../shared/i18n/index.ts';
import { defaultContext } from '../../shared/locale-week.ts';
import type { Preset } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { timeStyle } from '../../shared/tray-menu.ts';

/** What a preset's tile says it will do. */
export interface TileText {
  /** As short as the tile: "1 h · until 14:05", "until Mon, 9:00". */
  readonly hint: string;
  /** The whole of it, for the tooltip and the screen reader: "Lunch, 1 h, until 14:05". */
  readonly label: string;
}

/** @param now epoch milliseconds */
export function tileText(preset: Preset, now: number, state: AppState): TileText {
  const { home, time } = messages(state.locale);
  const style = timeStyle(state);
  const context = defaultContext(style.timeZone, style.dateLocale);
  const rule = formatRule(preset.expiry, now, style, context);
  const resolved = resolveExpiry(preset.expiry, now, context);
  const end = resolved.ok ? resolved.value : null;
  if (end === null) return { hint: rule, label: home.presetLabel(preset.title, rule) };

  const until = formatUntil(end, now, style);
  const short = time.until(formatMomentShort(end, now, style));
  switch (preset.expiry.kind) {
    case 'duration':
      return { hint: `${rule} · ${short}`, label: home.presetLabel(preset.title, `${rule}, ${until}`) };
    case 'endOfDay':
      return { hint: rule, label: home.presetLabel(preset.title, `${rule}, ${until}`) };
    default:
      return { hint: short, label: home.presetLabel(preset.title, until) };
  }
}
