import type { Scope } from './scopes/catalogue.ts';

/** The scopes this app's own work needs, in the order in which they are ticked in Pachca. */
export const neededScopes = [
  'profile:read',
  'profile_status:read',
  'profile_status:write',
  'profile_avatar:write',
  'custom_properties:read',
] as const satisfies readonly Scope[];

/** A scope this app's own work needs. */
export type NeededScope = (typeof neededScopes)[number];

/** Scopes the app can make use of and does without: `users:read` finds the deputy of an away message by name. */
export const optionalScopes = ['users:read'] as const satisfies readonly Scope[];

/** A scope the app can make use of and does without. */
export type OptionalScope = (typeof optionalScopes)[number];

/** A scope the app uses: each stands for one feature. */
export type AppScope = NeededScope | OptionalScope;
