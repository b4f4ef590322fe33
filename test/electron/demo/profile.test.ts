import { describe, expect, it } from 'vitest';
import { cast } from '../../../electron/demo/people.ts';
import { codes, serve } from './support.ts';

describe('GET /profile', () => {
  it('is the invented person with every documented field', async () => {
    const { call } = await serve();
    const { status, body } = await call('GET', '/profile');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        id: cast.oleg,
        first_name: 'Oleg',
        last_name: 'Petrov',
        nickname: 'olegp',
        email: 'oleg@acme.example',
        phone_number: '+74950000002',
        department: 'Engineering',
        title: 'Team lead',
        role: 'admin',
        suspended: false,
        invite_status: 'confirmed',
        inviter_id: cast.owner,
        list_tags: ['Backend', 'Moscow'],
        custom_properties: [
          { id: 501, name: 'City', data_type: 'string', value: 'Moscow', position: 0 },
          { id: 502, name: 'Desk', data_type: 'number', value: '42', position: 1 },
          { id: 503, name: 'Birthday', data_type: 'date', value: '1990-05-17', position: 2 },
          { id: 504, name: 'Portfolio', data_type: 'link', value: 'https://oleg.example/work', position: 3 },
          { id: 505, name: 'Car number', data_type: 'string', value: null, position: 4 },
        ],
        user_status: null,
        bot: false,
        sso: false,
        created_at: '2024-02-05T07:30:00.000Z',
        last_activity_at: '2026-11-21T02:18:00.000Z',
        time_zone: 'Europe/Moscow',
        image_url: null,
        locale: 'ru',
      },
    });
  });

  it('speaks Russian where asked to', async () => {
    const { call } = await serve({ locale: 'ru' });
    expect((await call('GET', '/profile')).body).toMatchObject({
      data: { first_name: 'Олег', last_name: 'Петров', nickname: 'olegp', email: 'oleg@acme.example' },
    });
  });

  it("is the token's owner: an employee, a bot", async () => {
    const { call } = await serve();
    expect((await call('GET', '/profile', { token: 'employee' })).body).toMatchObject({
      data: { id: cast.anna, role: 'user', bot: false, title: '', time_zone: null },
    });
    expect((await call('GET', '/profile', { token: 'bot' })).body).toMatchObject({
      data: { id: cast.bot, role: 'user', bot: true, last_name: null, email: null },
    });
  });

  it('writes the end of the status with an offset, the same instant as in the status itself', async () => {
    const { call, putStatus } = await serve();
    await putStatus({ emoji: '☕', title: 'Break', expires_at: '2026-11-21T22:30:00.000Z' });
    expect((await call('GET', '/profile')).body).toMatchObject({
      data: { user_status: { emoji: '☕', expires_at: '2026-11-22T01:30:00.000+03:00' } },
    });
  });
});

describe('GET /custom_properties', () => {
  it('lists the fields of people, one of each type', async () => {
    const { call } = await serve();
    const { status, body } = await call('GET', '/custom_properties?entity_type=User');
    expect(status).toBe(200);
    const { data } = body as { data: { id: number; name: string; data_type: string }[] };
    expect(data.map(({ data_type }) => data_type)).toEqual(['string', 'number', 'date', 'link', 'string']);
    expect(data[0]).toMatchObject({ id: 501, name: 'City' });
  });

  it('lists the fields of tasks', async () => {
    const { call } = await serve();
    expect((await call('GET', '/custom_properties?entity_type=Task')).body).toMatchObject({
      data: [{ name: 'Customer' }],
    });
  });

  it.each([
    ['', 'entity_type: blank'],
    ['?entity_type=', 'entity_type: blank'],
    ['?entity_type=user', 'entity_type: inclusion'],
  ])('refuses %j with 422', async (query, code) => {
    const { call } = await serve();
    const answer = await call('GET', `/custom_properties${query}`);
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual([code]);
  });
});
