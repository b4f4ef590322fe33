import { inspectorTexts } from '../i18n/areas/scopes.ts';
import { locales } from '../i18n/locale.ts';
import { catalogue } from './catalogue.ts';
import type { Inspection } from './inspect.ts';

/** Case, `ё` and the shape of an apostrophe make no difference to what somebody looks for. */
const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").trim();

/** All words by which each scope can be found: its name, its description and its group's name in both languages. */
const words = new Map<string, string>(
  catalogue.flatMap(({ group, scopes }) =>
    scopes.map((scope): [string, string] => {
      const texts = locales.flatMap((locale) => {
        const inspector = inspectorTexts(locale);
        return [inspector.scopes[scope], inspector.groups[group]];
      });
      return [scope, plain([scope, ...texts].join('\n'))];
    }),
  ),
);

/**
 * Whether a scope is what somebody looks for: each word of the query occurs in its name, or in what it is said to do, in
 * either language. An empty query finds everything; a scope that is not in the catalogue is found by its name.
 */
export function matchesScope(scope: string, query: string): boolean {
  const text = words.get(scope) ?? plain(scope);
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** An inspection with only what is looked for in it; groups in which nothing was found are left out. */
export function searchInspection({ groups, unknown }: Inspection, query: string): Inspection {
  return {
    groups: groups
      .map(({ group, scopes }) => ({ group, scopes: scopes.filter(({ scope }) => matchesScope(scope, query)) }))
      .filter(({ scopes }) => scopes.length > 0),
    unknown: unknown.filter((scope) => matchesScope(scope, query)),
  };
}
