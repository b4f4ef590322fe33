/**
 * The page's Content Security Policy: code, styles, fonts and pictures of its own origin, no network, no frames, no
 * forms, no HTML from strings. Style attributes and injected `<style>` are blocked as well; CSSOM is not.
 */
export const pagePolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
} as const;

/**
 * The value of the `Content-Security-Policy` header.
 * @param changes what a host has to loosen: the preview's page reaches its server over HTTP
 */
export function contentSecurityPolicy(changes: Partial<Record<keyof typeof pagePolicy, string>> = {}): string {
  return Object.entries({ ...pagePolicy, ...changes })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
