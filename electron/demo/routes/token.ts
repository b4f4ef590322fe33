import { data } from '../replies.ts';
import { tokenView } from '../views.ts';
import type { Route } from './route.ts';

export const tokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/oauth/token/info',
    scope: null,
    handle: ({ caller, now }) => data(tokenView(caller.token, now)),
  },
];
