/**
 * The Content Security Policy of every page of the app: files of its own origin and nothing else. Style attributes,
 * inline scripts and strings turned into markup are refused; React 19 and the CSSOM live with that.
 * @param options.connect `'none'` in Electron, where commands cross the bridge; `'self'` in the preview, where they cross
 *   HTTP on loopback
 */
export function contentSecurityPolicy(options: { connect: "'none'" | "'self'" }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${options.connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
