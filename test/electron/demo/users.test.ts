import { describe, expect, it } from 'vitest';
import { cast } from '../../../electron/demo/people.ts';
import { codes, serve } from './support.ts';
import type { Answer, Client } from './support.ts';

interface Page {
  readonly data: {
    id: number;
    nickname: string;
    role: string;
    suspended: boolean;
    bot: boolean;
    email: string | null;
  }[];
  readonly meta: { total?: number; paginate: { next_page: string | null } };
}
const page = (answer: Answer): Page => answer.body as Page;

async function everyone(call: Client['call'], limit: number): Promise<Page['data']> {
  const found: Page['data'] = [];
  let cursor = '';
  for (;;) {
    const { data, meta } = page(await call('GET', `/users?limit=${limit}&cursor=${cursor}`));
    if (data.length === 0) return found;
    found.push(...data);
    cursor = meta.paginate.next_page ?? '';
  }
}

describe('GET /users', () => {
  it('has more people than fit on one page of 50, the most there can be', async () => {
    const { call } = await serve();
    const first = page(await call('GET', '/users'));
    expect(first.data).toHaveLength(50);
    const second = page(await call('GET', `/users?cursor=${first.meta.paginate.next_page ?? ''}`));
    expect(second.data).toHaveLength(15);
  });

  it('gives everybody exactly once to a reader that follows the cursor until an empty page', async () => {
    const { call } = await serve();
    const ids = (await everyone(call, 7)).map(({ id }) => id);
    expect(ids).toHaveLength(65);
    expect(new Set(ids).size).toBe(65);
  });

  it('points to a next page even from the last one, and an empty page repeats its cursor', async () => {
    const { call } = await serve();
    const last = page(await call('GET', '/users?query=oleg'));
    const next = last.meta.paginate.next_page ?? '';
    expect(next).not.toBe('');
    const empty = page(await call('GET', `/users?query=oleg&cursor=${next}`));
    expect(empty).toMatchObject({ data: [], meta: { paginate: { next_page: next } } });
  });

  it('counts the matches of a search over all pages, and counts nothing without one', async () => {
    const { call } = await serve();
    const found = page(await call('GET', '/users?query=.belov&limit=2'));
    expect(found.data).toHaveLength(2);
    expect(found.meta.total).toBeGreaterThan(2);
    expect(page(await call('GET', '/users')).meta).not.toHaveProperty('total');
  });

  it.each([
    ['a first name', 'OLEG', 'olegp'],
    ['both names', 'oleg pet', 'olegp'],
    ['a nickname', 'oLeGP', 'olegp'],
    ['an email', 'zaitseva@partner', 'zaitseva'],
    ['a phone number', '+74950000003', 'anna'],
  ])('finds somebody by %s', async (_, query, nickname) => {
    const { call } = await serve();
    const { data } = page(await call('GET', `/users?query=${encodeURIComponent(query)}`));
    expect(data.map((person) => person.nickname)).toEqual([nickname]);
  });

  it('finds Russian names whatever their case', async () => {
    const { call } = await serve({ locale: 'ru' });
    const { data } = page(await call('GET', `/users?query=${encodeURIComponent('ПЕТРОВ')}`));
    expect(data.map((person) => person.nickname)).toEqual(['olegp']);
  });

  it.each(['0', '51', '-1', 'ten', '1.5', ''])('refuses a limit of %j', async (limit) => {
    const { call } = await serve();
    const answer = await call('GET', `/users?limit=${limit}`);
    expect([answer.status, codes(answer)]).toEqual([422, ['limit: invalid']]);
  });

  it.each(['2', 'bm90LWEtY3Vyc29y'])('refuses a cursor it did not give out: %s', async (cursor) => {
    const { call } = await serve();
    const answer = await call('GET', `/users?cursor=${cursor}`);
    expect([answer.status, codes(answer)]).toEqual([422, ['cursor: invalid']]);
  });

  it('includes a guest, somebody suspended, somebody invited and a bot, with unique nicknames and invented emails', async () => {
    const { call } = await serve();
    const people = await everyone(call, 50);
    expect(people.some(({ role }) => role === 'guest')).toBe(true);
    expect(people.some(({ role }) => role === 'multi_guest')).toBe(true);
    expect(people.some(({ suspended }) => suspended)).toBe(true);
    expect(people.some(({ bot }) => bot)).toBe(true);
    expect(people.find(({ id }) => id === cast.invited)).toMatchObject({ first_name: null, invite_status: 'sent' });
    expect(people.find(({ id }) => id === cast.owner)).toMatchObject({ role: 'admin' });
    expect(new Set(people.map(({ nickname }) => nickname)).size).toBe(people.length);
    expect(people.filter(({ email }) => !(email?.endsWith('.example') ?? true))).toEqual([]);
  });
});

describe('GET /users/{id}', () => {
  it('is one of them', async () => {
    const { call } = await serve();
    expect((await call('GET', `/users/${cast.anna}`)).body).toMatchObject({ data: { nickname: 'anna' } });
  });

  it.each(['1', 'olegp', '01002'])('answers 404 in the errors shape for %s', async (id) => {
    const { call } = await serve();
    const answer = await call('GET', `/users/${id}`);
    expect([answer.status, codes(answer)]).toEqual([404, ['id: not_found']]);
  });
});
