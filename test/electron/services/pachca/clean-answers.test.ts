import { describe, expect, it } from 'vitest';
import { clientAt, startRawServer, TOKEN } from './support.ts';

/** A client of a server that answers everything with this. */
async function answered(body: unknown) {
  const server = await startRawServer((_, response) => response.writeHead(200).end(JSON.stringify(body)));
  return clientAt(server.url);
}

const OVERRIDE = '\u202e';

describe('what the server says about people and statuses', () => {
  it('is cleaned where it is parsed: titles and names are one line, an away message keeps its lines', async () => {
    const client = await answered({
      data: {
        emoji: '🏖️',
        title: `Lunch${OVERRIDE}\t\u200b 14:00`,
        expires_at: null,
        is_away: true,
        away_message: { text: `Ask\u2028 @ivanov${OVERRIDE}\n\n\n\nor @elena\u0007` },
      },
    });
    expect(await client.status()).toMatchObject({
      ok: true,
      value: { title: 'Lunch 14:00', awayMessage: 'Ask\n@ivanov\n\nor @elena' },
    });
  });

  it('is cleaned in lists and profiles too, and a name of nothing but tricks is no name', async () => {
    const user = {
      id: 1,
      first_name: '\u2066\u200b',
      last_name: `Li${OVERRIDE}n\n`,
      nickname: 'lin\u2069',
      bot: false,
    };
    const client = await answered({ data: [user], meta: { total: 1, paginate: { next_page: 'x' } } });
    expect(await client.people('l', null)).toMatchObject({
      ok: true,
      value: { people: [{ name: 'Lin', nickname: 'lin' }] },
    });
    const profile = await answered({
      data: {
        ...user,
        department: 'R\u0000&D',
        list_tags: [`Back${OVERRIDE}end`],
        custom_properties: [{ id: 1, name: 'A\tB', data_type: 'string', value: `x${OVERRIDE}y` }],
      },
    });
    expect(await profile.profileView()).toMatchObject({
      ok: true,
      value: { department: 'R&D', tags: ['Backend'], properties: [{ name: 'A B', value: 'xy' }] },
    });
  });

  it('never carries the token, wherever a server puts it', async () => {
    const client = await answered({ data: { emoji: '🎯', title: `is ${TOKEN}`, expires_at: null } });
    const seen = await client.status();
    expect(seen).toMatchObject({ ok: true, value: { title: 'is [token]' } });
  });
});

it('the token is masked by us: a server that forgets to do so does not matter', async () => {
  const info = { id: 1, name: TOKEN, user_id: 2, token: TOKEN, scopes: [], created_at: '2026-01-01T00:00:00.000Z' };
  const result = await (await answered({ data: info })).tokenInfo();
  expect(result).toMatchObject({ ok: true, value: { masked: `${TOKEN.slice(0, 8)}...${TOKEN.slice(-4)}` } });
  expect(JSON.stringify(result)).not.toContain(TOKEN);
});
