import type { ExpiryRule } from '../../shared/expiry.ts';
import type { Preset } from '../../shared/presets.ts';
import type { StatusSource } from '../../shared/status-source.ts';
import type { Status } from '../../shared/status.ts';

/** What the editor of a status is opened for. */
export type EditorRequest =
  /** A new one: the draft that was kept, where there is one; what was typed on the way here begins another. */
  | { readonly kind: 'new'; readonly title: string; readonly pickEmoji: boolean }
  /** The present one, with what it was made of (null = it was set elsewhere). `atMessage`: it is about the message. */
  | {
      readonly kind: 'edit';
      readonly status: Status;
      readonly source: StatusSource | null;
      readonly atMessage?: boolean;
    }
  /** A preset before it is set, with this end to begin with (null = its own). */
  | { readonly kind: 'preset'; readonly preset: Preset; readonly expiry: ExpiryRule | null };
