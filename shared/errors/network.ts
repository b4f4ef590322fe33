/** What goes wrong between this computer and the server. */
export interface NetworkErrors {
  /** This computer has no network. */
  offline: { reason: string };
  /**
   * There is a network, but no way to the server: the connection was refused, no such host, a proxy does not let through,
   * it broke, or something else of the kind. `reason` is for logs.
   */
  unreachable: { kind: 'refused' | 'host' | 'proxy' | 'broken' | 'other'; reason: string };
  /** No answer within the time limit, in seconds. */
  timeout: { seconds: number };
  /** The server's certificate was not accepted, or no encrypted connection came about. */
  certificate: { reason: string };
  /** The server redirects; a token is not carried to another address. */
  redirected: { status: number | null };
  /** A page where data belongs: a proxy, a firewall, or the sign-in page of a network answered instead of Pachca. */
  foreign_page: { status: number };
  /** The body is larger than the limit, in bytes. */
  response_too_large: { limit: number };
  /** The body is not JSON, or not of the documented shape. */
  bad_response: { reason: string };
}
