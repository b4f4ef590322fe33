/**
 * Who publishes the app, and where: read from package.json, in one place, for installers, store entries and updates.
 * A release on GitHub knows its own address and needs nothing filled in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ensure.mjs';

/** The reverse-DNS name of the app on every system; also electron-builder.yml's `appId`. */
export const APP_ID = 'app.pachcastatus.PachcaStatus';

/** Addresses under these names are for examples (RFC 2606): nobody has filled in a real one. */
const EXAMPLE = /(^|[@.])example\.(com|org|net)$/i;

/**
 * @typedef {object} Identity
 * @property {string} version
 * @property {string} summary one line
 * @property {string} homepage
 * @property {string} author who answers for the packages
 * @property {string} email
 * @property {{ owner: string, name: string } | undefined} repository on GitHub, where releases are published
 * @property {string[]} missing what whoever publishes the app still has to fill in, in words
 */

/**
 * @param {{ version: string, description: string, homepage: string, author: { name: string, email: string } }} [manifest] package.json
 * @param {Readonly<Record<string, string | undefined>>} [env] `GITHUB_REPOSITORY` is `owner/name` where GitHub runs the build
 * @returns {Identity}
 */
export function identity(manifest = readManifest(), env = process.env) {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '');
  const repository = match?.[1] && match[2] ? { owner: match[1], name: match[2] } : undefined;
  const homepage = repository && isExample(manifest.homepage) ? repositoryUrl(repository) : manifest.homepage;
  const { name, email } = manifest.author;
  const missing = [
    ...(isExample(homepage) ? ['package.json, homepage: the address of the project'] : []),
    ...(isExample(email) ? ['package.json, author.email: where the maintainer of the packages is reached'] : []),
  ];
  return {
    version: manifest.version,
    summary: manifest.description,
    homepage,
    author: name,
    email,
    repository,
    missing,
  };
}

/** @param {{ owner: string, name: string }} repository */
export const repositoryUrl = ({ owner, name }) => `https://github.com/${owner}/${name}`;

/** @param {string} address a URL or an e-mail address */
function isExample(address) {
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  return EXAMPLE.test(host);
}

/** @returns {NonNullable<Parameters<typeof identity>[0]>} */
function readManifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}
