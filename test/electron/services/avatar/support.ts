import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import type { DemoTokenName } from '../../../../electron/demo/tokens.ts';
import type { DemoWorkspace } from '../../../../electron/demo/workspace.ts';
import type { Until } from '../../../../electron/services/avatar/service.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { ExpiryRule } from '../../../../shared/expiry.ts';
import type { Result } from '../../../../shared/result.ts';
import type { AvatarView } from '../../../../shared/state.ts';
import { createTestApp, type TestApp } from '../../../support/app.ts';
import { settle } from '../../../support/clock.ts';
import { jpeg, png, pngChunk } from '../../../support/images.ts';

/** Whose token `full` is. */
export const OLEG = 1002;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Pictures that differ, as the app sends them: without metadata. */
export const FACE = new Uint8Array(png({ width: 20 }));
export const BEACH = new Uint8Array(png({ width: 30 }));
export const DESK = new Uint8Array(jpeg({ segments: [] }));
export const CAKE = new Uint8Array(png({ width: 40 }));

/** The Nth of many pictures. */
export const numbered = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(png({ width: 50 + n }));

/** A picture of more than so many bytes. */
export const heavy = (size: number): Uint8Array => {
  const small = png();
  return Buffer.concat([small.subarray(0, 33), pngChunk('IDAT', Buffer.alloc(size, 1)), small.subarray(-12)]);
};

type Parts = Parameters<typeof createTestApp>[0];

/** An app that is signed in, and knows the status and the picture. */
export async function signedInApp(
  token: DemoTokenName = 'full',
  { before = null, ...parts }: Parts & { before?: Uint8Array<ArrayBuffer> | null } = {},
): Promise<TestApp> {
  const test = createTestApp(parts);
  if (before) test.workspace.elsewhere.setAvatar(before);
  await test.app.start();
  const result = await test.app.send('session.signIn', { token: test.workspace.tokens[token], storage: 'keychain' });
  expect(result.ok).toBe(true);
  await settle();
  test.workspace.clearLog();
  return test;
}

/** Quits and starts again, and waits for what the start asks the server. */
export async function restarted(test: TestApp): Promise<TestApp> {
  const again = test.restart();
  await again.app.start();
  await settle();
  return again;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Sends a picture as the page does. */
export const upload = (
  { app }: TestApp,
  bytes: Uint8Array,
  { until = null, force = false }: { until?: Until; force?: boolean } = {},
): Promise<Result<null>> => app.send('avatar.upload', { image: base64(bytes), until, force });

/** For so many minutes from now. */
export const minutes = (count: number): { rule: ExpiryRule } => ({ rule: { kind: 'duration', minutes: count } });

export const DONE = { ok: true, value: null } as const;

/** A failure with a code of the catalogue. */
export const failure = (code: ErrorCode, params?: object): object => ({
  ok: false,
  error: params === undefined ? { code } : { code, params },
});

export const view = ({ app }: TestApp): AvatarView => app.state().avatar;

/** What is asked of the server about the picture and the profile, without the status. */
export const requests = ({ workspace }: TestApp): string[] =>
  workspace.log
    .filter(({ path }) => path === '/profile' || path === '/profile/avatar' || path.startsWith('/files/'))
    .map(({ method, path }) => (path.startsWith('/files/') ? 'GET picture' : `${method} ${path}`));

/** Those of them that change something. */
export const changes = (test: TestApp): string[] => requests(test).filter((request) => !request.startsWith('GET'));

/** What colleagues see. It is asked by a colleague, whose requests do not count. */
export async function held({ workspace }: TestApp): Promise<Uint8Array | null> {
  const url = await addressOfPicture(workspace);
  return url === null ? null : new Uint8Array(await (await workspace.fetch(url)).arrayBuffer());
}

/** The path of the present picture, for a fault. */
export async function pathOfPicture({ workspace }: TestApp): Promise<string> {
  return new URL((await addressOfPicture(workspace)) ?? '').pathname;
}

/** Read as a colleague reads it, so that it is not among {@link requests}. */
async function addressOfPicture({ fetch, baseUrl, tokens }: DemoWorkspace): Promise<string | null> {
  const headers = { authorization: `Bearer ${tokens.employee}` };
  const response = await fetch(`${baseUrl}/users/${OLEG}`, { headers });
  return ((await response.json()) as { data: { image_url: string | null } }).data.image_url;
}

/** The present picture as the page shows it; null = none. */
export function shown({ app }: TestApp): Uint8Array | null {
  const { session } = app.state();
  const address = session.phase === 'signed-in' ? (session.account?.avatar ?? null) : null;
  return address === null ? null : pictureAt(app, address);
}

/** The kept pictures as the page shows them, newest first. */
export const keptPictures = (test: TestApp): (Uint8Array | null)[] =>
  view(test).kept.map(({ address }) => pictureAt(test.app, address));

function pictureAt(app: TestApp['app'], address: string): Uint8Array | null {
  expect(address).toMatch(/^avatar\/[0-9a-f]{32}$/);
  return app.avatar(address.replace('avatar/', ''))?.bytes ?? null;
}

/** What the person was told, by kind. */
export const notices = ({ app }: TestApp): string[] => app.state().notices.map(({ kind }) => kind);

/** Takes the app's network away. */
export function offline({ workspace }: TestApp): { back(): void } {
  // More than any test needs.
  workspace.faults.add({ times: 1_000_000, play: { kind: 'drop' } });
  return { back: () => workspace.faults.clear() };
}
