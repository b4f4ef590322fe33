/**
 * Loader hooks: in a bundle that was loaded with `?boot=N`, `electron` and `keytar` are what the test put on `globalThis`
 * under that name. (`Module._load` does not see what an ES module imports.)
 */

/** @type {Record<string, string[]>} the names each module exports, besides the default */
let exported = {};

/** @param {Record<string, string[]>} names */
export function initialize(names) {
  exported = names;
}

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, next) {
  const boot = /\?boot=\d+$/.exec(context.parentURL ?? '')?.[0];
  if (!boot || !(specifier in exported)) return next(specifier, context);
  return { url: `stand-in:${specifier}${boot}`, format: 'module', shortCircuit: true };
}

/** @type {import('node:module').LoadHook} */
export function load(url, context, next) {
  const name = /^stand-in:([^?]+)/.exec(url)?.[1];
  if (name === undefined) return next(url, context);
  const lines = [
    `const module = globalThis[Symbol.for('stand-in')][${JSON.stringify(name)}];`,
    'export default module;',
    ...(exported[name] ?? []).map((key) => `export const ${key} = module.${key};`),
  ];
  return { format: 'module', source: lines.join('\n'), shortCircuit: true };
}
