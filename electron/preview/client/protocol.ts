import type { CommandCall } from '../../../shared/contract.ts';
import type { AppState } from '../../../shared/state.ts';

/**
 * What the preview's server tells its page, as events of one server-sent stream. The page answers with commands
 * (`POST command`), and with nothing else.
 */
export interface ServerEvents {
  /** A new snapshot. The first one comes at once. */
  state: AppState;
  /** Whether the popover is open. */
  popover: { readonly visible: boolean };
  /** What the operating system would show. */
  notification: {
    readonly title: string;
    readonly body: string;
    readonly actions?: readonly { readonly label: string; readonly command: CommandCall }[];
  };
  /** An address that the server could not open in a browser; the person opens it from the page. */
  link: { readonly url: string };
  /** A text for the clipboard. */
  copy: { readonly text: string };
  /** A text to save to a file. */
  download: { readonly name: string; readonly text: string };
  /** The app ends; nothing follows. */
  quit: Record<string, never>;
}

/** The name of an event. */
export type ServerEvent = keyof ServerEvents;

/** Addresses of the preview, relative to its page. */
export const paths = { command: 'command', events: 'events', avatar: 'avatar/', tray: 'tray/' } as const;
