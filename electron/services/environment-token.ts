/**
 * Takes the token out of the environment (`PACHCA_TOKEN`, which people know from Pachca's own command line): whoever reads
 * it first removes it, so that no child of this process (a browser, an installer) inherits it.
 * @returns null where there is none, or nothing but white space
 */
export function takeEnvironmentToken(env: NodeJS.ProcessEnv): string | null {
  const token = env['PACHCA_TOKEN'];
  delete env['PACHCA_TOKEN'];
  return token === undefined || token.trim() === '' ? null : token;
}
