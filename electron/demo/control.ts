import * as v from 'valibot';
import { faultSchema } from './faults.ts';
import { demoTokens, type DemoTokenName } from './tokens.ts';
import type { DemoWorkspace } from './workspace.ts';

const PREFIX = '/__demo/';

const statusSchema = v.object({
  /** Epoch milliseconds and the names of {@link DemoWorkspace.elsewhere}; null clears. */
  status: v.nullable(
    v.object({
      emoji: v.string(),
      title: v.string(),
      expiresAt: v.optional(v.nullable(v.number())),
      isAway: v.optional(v.boolean()),
      awayMessage: v.optional(v.nullable(v.string())),
    }),
  ),
  userId: v.optional(v.number()),
});

const tokenNames = Object.keys(demoTokens) as DemoTokenName[];
const revokeSchema = v.object({ token: v.picklist(tokenNames) });
const scopesSchema = v.object({ token: v.picklist(tokenNames), scopes: v.array(v.string()) });

const avatarSchema = v.object({
  /** Base64; null removes. */
  image: v.nullable(v.pipe(v.string(), v.base64())),
  userId: v.optional(v.number()),
});

/**
 * The remote control of a demo server for tests in another process. It logs nothing and needs no token.
 *
 * - `GET /__demo/log` → the log as JSON; `DELETE` empties it
 * - `POST /__demo/faults` with one fault or a list of them (`faults.ts` has all kinds: pages, resets, slow bodies, waits,
 *   refusals, a clock that is wrong); `DELETE` forgets the ones not yet played
 * - `POST /__demo/status` with `{status, userId?}`: another client sets or clears a status
 * - `POST /__demo/avatar` with `{image, userId?}`: another client sets or removes a picture
 * - `POST /__demo/revoke` with `{token: "full"}`
 * - `POST /__demo/scopes` with `{token: "full", scopes: [...]}`: other scopes are ticked in its settings
 *
 * @returns null when the request is not for it. 204 when done, 400 `{error}` for a body it does not understand.
 */
export async function control(workspace: DemoWorkspace, request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(PREFIX)) return null;
  switch (`${request.method} ${pathname.slice(PREFIX.length)}`) {
    case 'GET log':
      return Response.json(workspace.log);
    case 'DELETE log':
      workspace.clearLog();
      return done();
    case 'POST faults':
      return withBody(request, v.union([v.array(faultSchema), faultSchema]), (faults) => {
        workspace.faults.add(...(Array.isArray(faults) ? faults : [faults]));
        return true;
      });
    case 'DELETE faults':
      workspace.faults.clear();
      return done();
    case 'POST status':
      return withBody(request, statusSchema, ({ status, userId }) => workspace.elsewhere.setStatus(status, userId));
    case 'POST avatar':
      return withBody(request, avatarSchema, ({ image, userId }) =>
        workspace.elsewhere.setAvatar(image === null ? null : new Uint8Array(Buffer.from(image, 'base64')), userId),
      );
    case 'POST revoke':
      return withBody(request, revokeSchema, ({ token }) => {
        workspace.elsewhere.revoke(token);
        return true;
      });
    case 'POST scopes':
      return withBody(request, scopesSchema, ({ token, scopes }) => {
        workspace.elsewhere.setScopes(token, scopes);
        return true;
      });
    default:
      return Response.json({ error: `There is no ${request.method} ${pathname}.` }, { status: 404 });
  }
}

const done = (): Response => new Response(null, { status: 204 });

async function withBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
  act: (value: v.InferOutput<Schema>) => boolean,
): Promise<Response> {
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    return Response.json({ error: parsed.issues.map((issue) => issue.message).join('; ') }, { status: 400 });
  }
  return act(parsed.output)
    ? done()
    : Response.json({ error: 'There is no such person, or that cannot be set.' }, { status: 400 });
}
