import { avatarRoutes } from './avatar.ts';
import { customPropertyRoutes } from './custom-properties.ts';
import { profileRoutes } from './profile.ts';
import type { Route } from './route.ts';
import { statusRoutes } from './status.ts';
import { tokenRoutes } from './token.ts';
import { userRoutes } from './users.ts';

const routes: readonly Route[] = [
  ...tokenRoutes,
  ...profileRoutes,
  ...statusRoutes,
  ...avatarRoutes,
  ...customPropertyRoutes,
  ...userRoutes,
];

/**
 * The operation of a method and a path below the base URL, with the value of its `:id` (empty without one).
 *
 * @returns null when there is none. The API documents no 405, so a wrong method is an unknown operation too.
 */
export function findRoute(method: string, path: string): { readonly route: Route; readonly id: string } | null {
  const segments = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    const same =
      pattern.length === segments.length && pattern.every((part, at) => part === ':id' || part === segments[at]);
    if (same && route.method === method) return { route, id: segments[pattern.indexOf(':id')] ?? '' };
  }
  return null;
}
