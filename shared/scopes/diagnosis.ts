import { cleanLine } from '../clean-text.ts';
import { formatMoment, type TimeStyle } from '../format.ts';
import { inspectorTexts } from '../i18n/areas/scopes.ts';
import type { OptionalScope } from '../scopes.ts';
import type { TokenFacts } from '../state.ts';
import { describeFeatures, type Feature } from './features.ts';
import { inspectScopes, inspectedScopes, type TokenRights } from './inspect.ts';
import { excessScopes } from './lists.ts';
import { expiryText, lastUseText, roleText, scopeNote } from './wording.ts';

/** What a diagnosis is made of. */
export interface DiagnosisFacts {
  readonly token: TokenFacts;
  readonly rights: TokenRights;
  /** The optional scopes the person makes use of. */
  readonly used?: readonly OptionalScope[];
  /** The app's version. */
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly style: TimeStyle;
}

/**
 * A short text for an administrator: whose token it is, what works with it and what is missing. Of the token itself only
 * what the server left of it is in it; the zone is named, because somebody else reads it.
 */
export function diagnosisText({ token, rights, used = [], version, now, style }: DiagnosisFacts): string {
  const t = inspectorTexts(style.locale).diagnosis;
  const excess = excessScopes(rights.scopes, used);
  return [
    t.heading(version),
    line(t.token, tokenLine(token, style)),
    line(t.role, roleText(rights, style.locale)),
    line(t.created, formatMoment(token.createdAt, now, style)),
    line(t.lastUsed, lastUseText(token.lastUsedAt, now, style)),
    line(t.expires, expiryText(token, now, style)),
    ...featureLines(rights, used, style),
    ...(excess.length > 0 ? [line(t.excess, String(excess.length))] : []),
    line(t.checked, formatMoment(token.checkedAt, now, style)),
    t.times(style.timeZone),
  ].join('\n');
}

function featureLines(rights: TokenRights, used: readonly OptionalScope[], { locale }: TimeStyle): readonly string[] {
  const inspector = inspectorTexts(locale);
  const t = inspector.diagnosis;
  const inspection = inspectScopes(rights);
  const features = describeFeatures(inspection);
  const inUse: ReadonlySet<string> = new Set(used);

  const told = (state: Feature['state'], text: (feature: Feature) => string): readonly string[] =>
    features
      .filter((each) => each.state === state && (!each.optional || state !== 'missingScope' || inUse.has(each.scope)))
      .map(text);
  const name = ({ scope }: Feature): string => inspector.features[scope];
  const withNote = (each: Feature): string =>
    `${name(each)}: ${(each.inspected && scopeNote(each.inspected, locale)) ?? inspector.featureStates[each.state]}`;

  const works = told('working', name);
  const lacking = told('missingScope', (each) => `${name(each)}: ${t.lacks(each.scope)}`);
  const forbidden = told('forbiddenByRole', withNote);
  // Those of the app's own features are told already.
  const alreadyTold: ReadonlySet<string> = new Set(features.map(({ scope }) => scope));
  const dead = inspectedScopes(inspection)
    .filter(({ scope, state }) => state === 'dead' && !alreadyTold.has(scope))
    .map((each) => `${each.scope}: ${scopeNote(each, locale) ?? ''}`);

  return [
    line(t.works, works.length > 0 ? works.join('; ') : t.nothing),
    ...list(t.doesNotWork, [...lacking, ...forbidden]),
    ...list(t.notKnown, told('unknown', withNote)),
    ...list(t.held, dead),
  ];
}

function tokenLine({ name, id, masked }: TokenFacts, { locale }: TimeStyle): string {
  const t = inspectorTexts(locale).diagnosis;
  const which = name === null ? t.nameless(id) : t.named(cleanLine(name), id);
  return isMasked(masked) ? `${which}, ${masked}` : which;
}

/**
 * Whether a token is masked as the documentation has it: at most 8 characters, something in between, at most 4
 * characters. A server that once forgets to mask must not put the token into a text that is passed on.
 */
export const isMasked = (token: string): boolean => /^[^\s.…*•]{0,8}(\.{2,}|…|\*+|•+)[^\s.…*•]{0,4}$/.test(token);

const line = (label: string, text: string): string => `${label}: ${text}`;

const list = (label: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`${label}:`, ...items.map((item) => `– ${item}`)];
