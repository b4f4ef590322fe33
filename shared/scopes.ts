/** The scopes this app's own work needs, in the order in which they are ticked in Pachca. */
export const neededScopes = [
  'profile:read',
  'profile_status:read',
  'profile_status:write',
  'profile_avatar:write',
  'custom_properties:read',
] as const;

/** A scope this app's own work needs. */
export type NeededScope = (typeof neededScopes)[number];
