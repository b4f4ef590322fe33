import { neededScopes, optionalScopes, type AppScope } from '../scopes.ts';
import { inspectedScopes, scopeRemedy, type InspectedScope, type Inspection, type ScopeRemedy } from './inspect.ts';

/** What the app can do with a token, one feature for each scope it uses. */
export interface Feature {
  readonly scope: AppScope;
  /** The app does without it. */
  readonly optional: boolean;
  /** `unknown`: the token was not asked about yet, or has the scope and may be refused all the same. */
  readonly state: 'working' | 'missingScope' | 'forbiddenByRole' | 'unknown';
  /** Why (`scopeNote`); null until the token was checked. */
  readonly inspected: InspectedScope | null;
  /** Null = nothing to do. */
  readonly remedy: ScopeRemedy | null;
}

/** The scopes the app uses, the needed ones first. */
const appScopes: readonly { readonly scope: AppScope; readonly optional: boolean }[] = [
  ...neededScopes.map((scope) => ({ scope, optional: false })),
  ...optionalScopes.map((scope) => ({ scope, optional: true })),
];

/**
 * What this app can do with a token: the five features it is made for, then the optional ones.
 * @param inspection null until the token was checked
 */
export function describeFeatures(inspection: Inspection | null): readonly Feature[] {
  const all = inspection ? inspectedScopes(inspection) : [];
  return appScopes.map(({ scope, optional }) => {
    const inspected = all.find((each) => each.scope === scope) ?? null;
    const state = featureState(inspected);
    const remedy = state === 'unknown' || inspected === null ? 'check' : scopeRemedy(inspected);
    return { scope, optional, state, inspected, remedy };
  });
}

function featureState(inspected: InspectedScope | null): Feature['state'] {
  if (inspected === null) return 'unknown';
  switch (inspected.state) {
    case 'granted':
      return inspected.unsure === null ? 'working' : 'unknown';
    case 'missing':
      return 'missingScope';
    case 'dead':
    case 'notPossible':
      return 'forbiddenByRole';
  }
}
