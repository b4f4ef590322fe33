/** Where the popover's page lives. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'popover';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;

/** The part of `WebFrameMain` that says who is speaking. */
export interface Frame {
  readonly parent: unknown;
  readonly url: string;
}

/** Whether a message comes from the popover's own page: its top frame, still at its own address. */
export function isOwnPage(frame: Frame | null): boolean {
  if (frame?.parent !== null || !URL.canParse(frame.url)) return false;
  const { protocol, host } = new URL(frame.url);
  return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST;
}
