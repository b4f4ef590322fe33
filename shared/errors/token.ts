/** What goes wrong with a token: it is not known, or not allowed to do something. */
export interface TokenErrors {
  /** What was pasted cannot be a token: empty, too short, or with characters that no header may carry. */
  token_malformed: { reason: 'empty' | 'short' | 'long' | 'characters' | 'foreign' };
  /** 401 at sign-in: the server does not know the token. */
  token_rejected: { message: string | null };
  /** 401 and the server says that it was revoked or has expired, or a stored token that worked before is refused. */
  token_revoked: { message: string | null };
  /** The command needs a signed-in account. */
  signed_out: Record<string, never>;
  /** What was typed as the address of another server cannot be one: it must be https, with nothing but a host and a path. */
  server_address: Record<string, never>;
  /** No account with this key (any more). */
  account_missing: { key: string };
}
