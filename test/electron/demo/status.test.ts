import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPIRY_LAG_MS } from '../../../electron/demo/state.ts';
import { codes, NOON, serve } from './support.ts';

const lunch = { emoji: '🍽️', title: 'Lunch' };

describe('the status of one who has none', () => {
  it('is a bare null, not wrapped in data', async () => {
    const { server } = await serve();
    const response = await fetch(`${server.url}/profile/status`, {
      headers: { authorization: `Bearer ${server.tokens.full}` },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.text()).toBe('null');
  });

  it('can be deleted all the same', async () => {
    const { call } = await serve();
    expect(await call('DELETE', '/profile/status')).toMatchObject({ status: 204, body: '' });
  });
});

describe('PUT /profile/status', () => {
  it('stores a whole status and answers with the message as an object', async () => {
    const { call, putStatus } = await serve();
    const answer = await putStatus({
      emoji: '🏖️',
      title: 'On vacation',
      expires_at: '2026-11-30T06:00:00.000Z',
      is_away: true,
      away_message: 'Back on Monday.',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      data: {
        emoji: '🏖️',
        title: 'On vacation',
        expires_at: '2026-11-30T06:00:00.000Z',
        is_away: true,
        away_message: { text: 'Back on Monday.' },
      },
    });
    expect((await call('GET', '/profile/status')).body).toEqual(answer.body);
  });

  it('takes missing fields for "no end", "not away" and "no message"', async () => {
    const { putStatus } = await serve();
    await putStatus({ ...lunch, expires_at: '2026-11-21T10:00:00.000Z', is_away: true, away_message: 'Later' });
    expect((await putStatus(lunch)).body).toMatchObject({
      data: { expires_at: null, is_away: false, away_message: null },
    });
  });

  it('keeps them instead in a workspace that merges, since nobody knows which the real one does', async () => {
    const { putStatus } = await serve({ statusUpdate: 'merge' });
    await putStatus({ ...lunch, expires_at: '2026-11-21T10:00:00.000Z', is_away: true, away_message: 'Later' });
    expect((await putStatus({ emoji: '🎧', title: 'Focus' })).body).toMatchObject({
      data: {
        emoji: '🎧',
        expires_at: '2026-11-21T10:00:00.000Z',
        is_away: true,
        away_message: { text: 'Later' },
      },
    });
  });

  it('takes a blank message for none', async () => {
    const { putStatus } = await serve();
    expect((await putStatus({ ...lunch, away_message: ' \n' })).body).toMatchObject({ data: { away_message: null } });
  });

  it("is the bot's own with a bot's token", async () => {
    const { call, putStatus } = await serve();
    await putStatus(lunch, 'bot');
    expect((await call('GET', '/profile/status')).body).toBeNull();
    expect((await call('GET', '/profile/status', { token: 'bot' })).body).toMatchObject({ data: lunch });
  });

  it.each([
    ['no emoji', { title: 'Lunch' }, ['emoji: blank']],
    ['a null emoji', { ...lunch, emoji: null }, ['emoji: blank']],
    ['an empty emoji', { ...lunch, emoji: '' }, ['emoji: blank']],
    ['no title', { emoji: '🍽️' }, ['title: blank']],
    ['a title of spaces', { ...lunch, title: '  ' }, ['title: blank']],
    ['a title that is a number', { ...lunch, title: 7 }, ['title: invalid']],
    ['a title of 51', { ...lunch, title: 'x'.repeat(51) }, ['title: too_long']],
    ['a title of 26 astral characters, 52 units', { ...lunch, title: '🏖'.repeat(26) }, ['title: too_long']],
    ['a message of 1025', { ...lunch, away_message: 'x'.repeat(1025) }, ['away_message: too_long']],
    ['a message as the object of the response', { ...lunch, away_message: { text: 'x' } }, ['away_message: invalid']],
    ['a null message', { ...lunch, away_message: null }, ['away_message: invalid']],
    ['is_away as text', { ...lunch, is_away: 'true' }, ['is_away: invalid']],
    ['a null end', { ...lunch, expires_at: null }, ['expires_at: invalid']],
    ['an end in the past', { ...lunch, expires_at: '2026-11-21T08:59:59.999Z' }, ['expires_at: invalid']],
    ['an end right now', { ...lunch, expires_at: '2026-11-21T09:00:00.000Z' }, ['expires_at: invalid']],
    [
      'several things wrong',
      { emoji: 'x', title: '', is_away: 1 },
      ['emoji: wrong_emoji', 'title: blank', 'is_away: invalid'],
    ],
  ])('refuses %s with 422 and changes nothing', async (_, status, expected) => {
    const { call, putStatus } = await serve();
    await putStatus({ emoji: '🎧', title: 'Focus' });
    const answer = await putStatus(status);
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual(expected);
    expect((await call('GET', '/profile/status')).body).toMatchObject({ data: { title: 'Focus' } });
  });

  it('names the field, the value and what is wrong in an error item', async () => {
    const { putStatus } = await serve();
    expect((await putStatus({ ...lunch, emoji: 'lunch' })).body).toEqual({
      errors: [
        {
          key: 'emoji',
          value: 'lunch',
          code: 'wrong_emoji',
          message: expect.stringContaining('one emoji') as string,
          payload: null,
        },
      ],
    });
  });

  it.each(['☕', '🏖️', '👍🏽', '1️⃣', '🇷🇺', '👨‍👩‍👧', '🤷‍♂️', '🏳️‍🌈'])('accepts %s as one emoji', async (emoji) => {
    const { putStatus } = await serve();
    expect((await putStatus({ emoji, title: 'x' })).body).toMatchObject({ data: { emoji } });
  });

  it.each(['a', '😀😀', '1', ' ☕', ':coffee:', '🏖', '☕\uFE0E', '\u{1F1F7}'])(
    'refuses %j as one emoji',
    async (emoji) => {
      const { putStatus } = await serve();
      expect(codes(await putStatus({ emoji, title: 'x' }))).toEqual(['emoji: wrong_emoji']);
    },
  );

  it.each([
    '2026-12-01',
    '2026-12-01T21:00:00Z',
    '2026-12-01T21:00:00.000',
    '2026-12-01T21:00:00.000+03:00',
    '2026-02-30T21:00:00.000Z',
    '2027-13-01T21:00:00.000Z',
    'tomorrow',
    '',
  ])('refuses %j as an end: UTC with milliseconds and a day that exists', async (end) => {
    const { putStatus } = await serve();
    expect(codes(await putStatus({ ...lunch, expires_at: end }))).toEqual(['expires_at: invalid']);
  });

  it.each([
    ['JSON that is broken', '{"status":', 'application/json'],
    ['JSON that says it is a form', '{"status":{}}', 'application/x-www-form-urlencoded'],
    ['no status in it', '{"emoji":"☕","title":"x"}', 'application/json'],
    ['a status that is a list', '{"status":[]}', 'application/json'],
    ['a null status', '{"status":null}', 'application/json'],
    ['nothing', '', 'application/json'],
  ])('refuses a body with %s with 400', async (_, body, type) => {
    const { call } = await serve();
    const answer = await call('PUT', '/profile/status', { init: { body, headers: { 'content-type': type } } });
    expect(answer.status).toBe(400);
    expect(codes(answer)).toHaveLength(1);
  });

  it('gives back every status within the limits exactly as it was sent', async () => {
    const { putStatus, advance } = await serve();
    const text = (maxLength: number): fc.Arbitrary<string> =>
      fc.string({ unit: 'grapheme', minLength: 1, maxLength }).filter((value) => {
        return value.trim() !== '' && value.length <= maxLength;
      });
    const status = fc.record({
      emoji: fc.constantFrom('☕', '🏖️', '👍🏽', '🤷‍♂️'),
      title: text(50),
      expires_at: fc.integer({ min: NOON + 86_400_000, max: NOON + 1e11 }).map((at) => new Date(at).toISOString()),
      is_away: fc.boolean(),
      away_message: text(1024),
    });
    await fc.assert(
      fc.asyncProperty(status, async (sent) => {
        advance(100);
        const { body } = await putStatus(sent);
        expect(body).toMatchObject({ data: { ...sent, away_message: { text: sent.away_message } } });
      }),
      { numRuns: 50 },
    );
  });
});

describe('a status that has ended', () => {
  it('still comes back for a short while, then is null', async () => {
    const { call, putStatus, advance } = await serve();
    await putStatus({ ...lunch, expires_at: '2026-11-21T10:00:00.000Z' });
    const profile = async (): Promise<unknown> => {
      const { body } = await call('GET', '/profile');
      return (body as { data: { user_status: unknown } }).data.user_status;
    };

    advance(3_600_000 + EXPIRY_LAG_MS - 1);
    expect((await call('GET', '/profile/status')).body).toMatchObject({ data: lunch });
    expect(await profile()).toMatchObject(lunch);
    advance(1);
    expect((await call('GET', '/profile/status')).body).toBeNull();
    expect(await profile()).toBeNull();
  });
});

describe('a status changed by another client', () => {
  it('is there at the next look, ended or not', async () => {
    const { call, workspace } = await serve();
    expect(workspace.elsewhere.setStatus({ ...lunch, expiresAt: NOON - 1, awayMessage: 'Soon' })).toBe(true);
    expect((await call('GET', '/profile/status')).body).toMatchObject({
      data: { ...lunch, expires_at: '2026-11-21T08:59:59.999Z', is_away: false, away_message: { text: 'Soon' } },
    });
    workspace.elsewhere.setStatus(null);
    expect((await call('GET', '/profile/status')).body).toBeNull();
  });

  it('is said to be impossible for somebody who is not there', async () => {
    const { workspace } = await serve();
    expect(workspace.elsewhere.setStatus(lunch, 1)).toBe(false);
    expect(workspace.elsewhere.setRole('user', 1)).toBe(false);
  });
});
