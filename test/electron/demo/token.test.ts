import { describe, expect, it } from 'vitest';
import { forbidden } from '../../../electron/demo/auth.ts';
import { cast } from '../../../electron/demo/people.ts';
import { mayHold } from '../../../electron/demo/scopes.ts';
import { createState } from '../../../electron/demo/state.ts';
import { demoTokens } from '../../../electron/demo/tokens.ts';
import type { DemoTokenName } from '../../../electron/demo/tokens.ts';
import { codes, NOON, serve } from './support.ts';

const HOUR = 3_600_000;
const info = '/oauth/token/info';

describe('a request that does not prove who sends it', () => {
  it.each([
    ['no Authorization header', {}, 'unauthorized'],
    ['another scheme', { authorization: `Basic ${demoTokens.full}` }, 'unauthorized'],
    ['a token nobody issued', { authorization: 'Bearer nobody-issued-this-token' }, 'invalid_token'],
    ['a revoked token', { authorization: `Bearer ${demoTokens.revoked}` }, 'token_revoked'],
    ["a suspended person's token", { authorization: `Bearer ${demoTokens.suspended}` }, 'user_suspended'],
  ])('is refused with 401, each in its own words: %s', async (_, headers, error) => {
    const { call } = await serve();
    const answer = await call('GET', '/profile', { token: null, init: { headers } });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ error, error_description: expect.any(String) as string });
    expect(answer.headers.get('www-authenticate')).toContain(error);
  });

  it('is refused from the moment an hour-long token runs out', async () => {
    const { call, advance } = await serve();
    advance(HOUR - 1);
    expect((await call('GET', info, { token: 'expiring' })).body).toMatchObject({ data: { expires_in: 0 } });
    advance(1);
    const answer = await call('GET', info, { token: 'expiring' });
    expect([answer.status, answer.body]).toMatchObject([401, { error: 'token_expired' }]);
  });

  it('is refused after the token was revoked while in use', async () => {
    const { call, workspace } = await serve();
    expect((await call('GET', '/profile')).status).toBe(200);
    workspace.elsewhere.revoke('full');
    expect((await call('GET', '/profile')).status).toBe(401);
    expect((await call('GET', '/profile', { token: 'employee' })).status).toBe(200);
  });
});

describe('GET /oauth/token/info', () => {
  it('describes the token with the secret masked', async () => {
    const { call } = await serve();
    const { status, body } = await call('GET', info, { token: 'read-only' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: {
        id: 7003,
        token: `${demoTokens['read-only'].slice(0, 8)}...${demoTokens['read-only'].slice(-4)}`,
        name: 'Read only',
        user_id: cast.oleg,
        scopes: ['profile:read', 'profile_status:read', 'custom_properties:read'],
        created_at: '2026-01-15T13:30:00.000+03:00',
        revoked_at: null,
        expires_in: null,
      },
    });
    expect(JSON.stringify(body)).not.toContain(demoTokens['read-only']);
  });

  it.each<DemoTokenName>(['no-scope', 'bot', 'guest', 'demoted'])('needs no scope: %s', async (token) => {
    const { call } = await serve();
    expect((await call('GET', info, { token })).status).toBe(200);
  });

  it("has no name for a bot's token", async () => {
    const { call } = await serve();
    expect((await call('GET', info, { token: 'bot' })).body).toMatchObject({ data: { name: null, user_id: cast.bot } });
  });

  it('counts an expiring token down in seconds', async () => {
    const { call, advance } = await serve();
    advance(600_000);
    expect((await call('GET', info, { token: 'expiring' })).body).toMatchObject({ data: { expires_in: 3000 } });
  });

  it('says when the token was last used, up to an hour late, and null before', async () => {
    const { call, advance } = await serve();
    const lastUsed = async (): Promise<unknown> => {
      const { body } = await call('GET', info);
      return (body as { data: { last_used_at: unknown } }).data.last_used_at;
    };
    expect(await lastUsed()).toBeNull();
    advance(HOUR - 1);
    expect(await lastUsed()).toBe('2026-11-21T09:00:00.000Z');
    advance(1);
    await lastUsed();
    expect(await lastUsed()).toBe('2026-11-21T10:00:00.000Z');
  });
});

describe('scopes', () => {
  const operations = [
    ['GET', '/profile', 'profile:read'],
    ['GET', '/profile/status', 'profile_status:read'],
    ['PUT', '/profile/status', 'profile_status:write'],
    ['DELETE', '/profile/status', 'profile_status:write'],
    ['PUT', '/profile/avatar', 'profile_avatar:write'],
    ['DELETE', '/profile/avatar', 'profile_avatar:write'],
    ['GET', '/custom_properties', 'custom_properties:read'],
    ['GET', '/users', 'users:read'],
    ['GET', `/users/${cast.oleg}`, 'users:read'],
  ] as const;

  it.each(operations)('%s %s without %s is 403 insufficient_scope that names it', async (method, path, scope) => {
    const { call } = await serve();
    const answer = await call(method, path, { token: 'no-scope' });
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({
      error: 'insufficient_scope',
      error_description: expect.stringContaining(scope) as string,
    });
  });

  it('let a token with some of them do just that', async () => {
    const { call, putStatus } = await serve();
    expect((await call('GET', '/profile/status', { token: 'status-only' })).status).toBe(200);
    expect((await call('GET', '/profile', { token: 'status-only' })).status).toBe(403);
    expect((await call('GET', '/profile', { token: 'read-only' })).status).toBe(200);
    expect((await putStatus({ emoji: '🎧', title: 'Focus' }, 'read-only')).status).toBe(403);
  });

  it('all that an admin can hold are on the full token, and none beyond', async () => {
    const { call } = await serve();
    const { body } = await call('GET', info);
    const { scopes } = (body as { data: { scopes: string[] } }).data;
    expect(scopes).toEqual(
      expect.arrayContaining(['profile_avatar:write', 'users:create', 'user_status:write', 'bots:read']),
    );
    expect(scopes).not.toEqual(expect.arrayContaining(['chat_exports:read']));
    expect(scopes).not.toEqual(expect.arrayContaining(['bot_self:write']));
    expect(new Set(scopes).size).toBe(scopes.length);
  });
});

describe('roles', () => {
  it("a guest's token is refused everywhere with access_denied in the errors shape", async () => {
    const { call } = await serve();
    const answer = await call('GET', '/profile', { token: 'guest' });
    expect(answer.status).toBe(403);
    expect(codes(answer)).toEqual(['base: access_denied']);
    expect(answer.body).toEqual({
      errors: [
        { key: 'base', code: 'access_denied', message: expect.any(String) as string, value: null, payload: null },
      ],
    });
  });

  it('are read at every request: a token does not outlive the role it was made with', async () => {
    const { call, workspace } = await serve();
    expect((await call('GET', '/profile', { token: 'employee' })).status).toBe(200);
    workspace.elsewhere.setRole('guest', cast.anna);
    expect(codes(await call('GET', '/profile', { token: 'employee' }))).toEqual(['base: access_denied']);
  });

  it("a demoted admin's token keeps its scopes and may no longer use those the new role lacks", () => {
    const { tokens, people } = createState('en', NOON);
    const token = tokens.find(({ kind }) => kind === 'demoted');
    const person = people.find(({ id }) => id === cast.demoted);
    if (token === undefined || person === undefined) throw new Error('The cast is incomplete.');
    expect(token.scopes).toContain('user_status:write');
    expect(forbidden({ token, person }, 'profile_status:write')).toBeNull();
    expect(forbidden({ token, person }, 'user_status:write')).toMatchObject({
      status: 403,
      body: expect.stringContaining('access_denied') as string,
    });
    person.role = 'admin';
    expect(forbidden({ token, person }, 'user_status:write')).toBeNull();
  });

  it.each([
    ['chat_exports:read', ['owner']],
    ['audit_events:read', ['owner']],
    ['users:create', ['owner', 'admin']],
    ['user_status:write', ['owner', 'admin']],
    ['group_tags:write', ['owner', 'admin']],
    ['bot_self:webhook:write', ['bot']],
    ['bots:read', ['owner', 'admin', 'user']],
    ['views:write', ['owner', 'admin', 'user', 'bot']],
    ['profile_status:write', ['owner', 'admin', 'user', 'bot']],
  ])('%s can be held by %j and nobody else', (scope, holders) => {
    const all = ['owner', 'admin', 'user', 'bot', 'multi_guest', 'guest'] as const;
    expect(all.filter((holder) => mayHold(holder, scope))).toEqual(holders);
  });
});
