/** What electron-builder is told on top of electron-builder.yml: what only the place of the build knows. */

/**
 * @typedef {object} Signing
 * @property {boolean} isSigned the build must fail rather than come out unsigned
 * @property {boolean} isNotarized
 * @property {string} words for the log
 */

/**
 * Is there something to sign with?
 * @param {string} platform of the build, as in `process.platform`
 * @param {Readonly<Record<string, string | undefined>>} env the variables electron-builder reads; an empty one, which is
 *   what a secret that nobody set becomes, counts as missing
 * @returns {Signing}
 */
export function signing(platform, env) {
  const has = (/** @type {string[]} */ ...names) => names.every((name) => Boolean(env[name]));
  if (platform === 'linux') {
    return {
      isSigned: false,
      isNotarized: false,
      words: 'Linux packages carry no signature of their own: publish their checksums.',
    };
  }
  const isMac = platform === 'darwin';
  const isSigned = has('CSC_LINK') || (!isMac && has('WIN_CSC_LINK'));
  if (!isSigned) {
    const consequence = isMac
      ? 'macOS will refuse it until the person allows it in System Settings, and it gets no notifications.'
      : 'Windows SmartScreen will warn of it.';
    return { isSigned, isNotarized: false, words: `NOT SIGNED: there is no certificate in CSC_LINK. ${consequence}` };
  }
  const isNotarized =
    isMac &&
    (has('APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER') ||
      has('APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'));
  const words =
    isMac && !isNotarized ? 'Signed, but NOT NOTARISED: there is no account of Apple’s to do it with.' : 'Signed.';
  return { isSigned, isNotarized, words };
}

/** Variables of the signing that electron-builder takes for an answer even when they are empty. */
export const signingVariables = [
  'CSC_LINK',
  'CSC_KEY_PASSWORD',
  'WIN_CSC_LINK',
  'WIN_CSC_KEY_PASSWORD',
  'APPLE_API_KEY',
  'APPLE_API_KEY_ID',
  'APPLE_API_ISSUER',
  'APPLE_ID',
  'APPLE_APP_SPECIFIC_PASSWORD',
  'APPLE_TEAM_ID',
];

/**
 * @param {import('./identity.mjs').Identity} identity
 * @param {Signing} signed
 * @returns {string[]} arguments for electron-builder's command line
 */
export function builderOverrides({ homepage, repository }, { isSigned, isNotarized }) {
  const settings = {
    'extraMetadata.homepage': homepage,
    forceCodeSigning: isSigned,
    'mac.notarize': isNotarized,
    // Where there is a place to publish at, the app is told where it finds newer ones of itself.
    ...(repository && {
      'publish.provider': 'github',
      'publish.owner': repository.owner,
      'publish.repo': repository.name,
    }),
  };
  return Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`);
}
