import type { Status } from '../../shared/status.ts';

/** What the editor of a status is opened for. */
export type EditorRequest =
  /** A new one: the draft that was kept, where there is one, with what was typed on the way here. */
  | { readonly kind: 'new'; readonly title: string; readonly pickEmoji: boolean }
  /** The present one. */
  | { readonly kind: 'edit'; readonly status: Status };
