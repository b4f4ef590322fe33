import { data } from '../replies.ts';
import { userView } from '../views.ts';
import type { Route } from './route.ts';

export const profileRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/profile',
    scope: 'profile:read',
    handle: ({ state, caller, now, filesUrl }) => data(userView(state, caller.person, now, filesUrl)),
  },
];
