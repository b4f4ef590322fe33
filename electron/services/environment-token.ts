/** The variable that people know from Pachca's own command line. */
const VARIABLE = 'PACHCA_TOKEN';

/**
 * Takes the token out of the environment: whoever reads it first removes it, so that no child of this process (a browser,
 * an installer) inherits it.
 * @returns null where there is none, or nothing but white space
 */
export function takeEnvironmentToken(env: NodeJS.ProcessEnv): string | null {
  const token = env[VARIABLE];
  delete env[VARIABLE];
  return token === undefined || token.trim() === '' ? null : token;
}
