import type { Person } from '../people.ts';
import { data, errorItem, errors } from '../replies.ts';
import type { Reply } from '../replies.ts';
import { userView } from '../views.ts';
import type { Route, RouteContext } from './route.ts';

const PAGE_LIMIT = 50;
const CURSOR_PREFIX = 'after:';

/** A cursor names the last person of the page before; opaque to clients. */
const writeCursor = (lastId: number): string => Buffer.from(`${CURSOR_PREFIX}${lastId}`).toString('base64url');

function readCursor(cursor: string): number | null {
  const digits = /^after:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Case-insensitive, anywhere in the names (alone or together), the nickname, the email or the phone number. */
function matches(person: Person, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  const name = [person.firstName, person.lastName].filter((part) => part !== null).join(' ');
  return [name, person.nickname, person.email, person.phoneNumber].some(
    (value) => value?.toLowerCase().includes(wanted) ?? false,
  );
}

/**
 * A page of people. As documented for the real one: `next_page` is a cursor even on the last page (an empty page
 * repeats the one it was asked for), and a search adds `total` to `meta`.
 */
function listUsers({ state, query, now, filesUrl }: RouteContext): Reply {
  const limitText = query.get('limit') ?? String(PAGE_LIMIT);
  const limit = /^\d{1,3}$/.test(limitText) ? Number(limitText) : 0;
  if (limit < 1 || limit > PAGE_LIMIT) {
    return errors(422, errorItem('limit', 'invalid', `limit must be from 1 to ${PAGE_LIMIT}`, limitText));
  }
  const cursor = query.get('cursor') ?? '';
  const after = cursor === '' ? 0 : readCursor(cursor);
  if (after === null) return errors(422, errorItem('cursor', 'invalid', 'cursor is invalid', cursor));

  const search = query.get('query') ?? '';
  const found = search.trim() === '' ? state.people : state.people.filter((person) => matches(person, search));
  const page = found.filter((person) => person.id > after).slice(0, limit);
  const paginate = { next_page: writeCursor(page.at(-1)?.id ?? after) };
  return data(
    page.map((person) => userView(state, person, now, filesUrl)),
    search.trim() === '' ? { paginate } : { total: found.length, paginate },
  );
}

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/users', scope: 'users:read', handle: listUsers },
  {
    method: 'GET',
    path: '/users/:id',
    scope: 'users:read',
    handle: ({ state, id, now, filesUrl }) => {
      const person = state.people.find((candidate) => String(candidate.id) === id);
      return person === undefined
        ? errors(404, errorItem('id', 'not_found', 'There is no such user.', id))
        : data(userView(state, person, now, filesUrl));
    },
  },
];
