import { onTestFinished } from 'vitest';
import { startDemoServer } from '../../../electron/demo/server.ts';
import type { DemoServer } from '../../../electron/demo/server.ts';
import type { DemoTokenName } from '../../../electron/demo/tokens.ts';
import { createDemoWorkspace } from '../../../electron/demo/workspace.ts';
import type { DemoWorkspace, DemoWorkspaceOptions } from '../../../electron/demo/workspace.ts';

/** Saturday 21 November 2026, noon in Moscow. */
export const NOON = Date.UTC(2026, 10, 21, 9);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, or the text when it is not JSON. */
  readonly body: unknown;
}

export interface Client {
  readonly workspace: DemoWorkspace;
  readonly server: DemoServer;
  /** One request; `token` is a demo token's name, `full` by default, null for none. `path` is below the base URL. */
  readonly call: (method: string, path: string, more?: CallOptions) => Promise<Answer>;
  readonly putStatus: (status: unknown, token?: DemoTokenName) => Promise<Answer>;
  /** Sets the workspace's clock forward. */
  readonly advance: (ms: number) => void;
}

export interface CallOptions {
  readonly token?: DemoTokenName | null;
  readonly json?: unknown;
  readonly init?: RequestInit;
}

/** A workspace behind real HTTP with a clock of its own, closed when the test ends. */
export async function serve(options: DemoWorkspaceOptions & { readonly control?: boolean } = {}): Promise<Client> {
  let time = NOON;
  const workspace = createDemoWorkspace({ now: () => time, ...options });
  const server = await startDemoServer({ workspace, control: options.control ?? false });
  onTestFinished(() => server.close());

  const call: Client['call'] = async (method, path, { token = 'full', json, init } = {}) => {
    const headers = new Headers(init?.headers);
    if (token !== null) headers.set('authorization', `Bearer ${server.tokens[token]}`);
    if (json !== undefined) headers.set('content-type', 'application/json');
    const response = await fetch(`${server.url}${path}`, {
      ...init,
      method,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return { status: response.status, headers: response.headers, body: parse(await response.text()) };
  };

  return {
    workspace,
    server,
    call,
    putStatus: (status, token = 'full') => call('PUT', '/profile/status', { token, json: { status } }),
    advance: (ms) => {
      time += ms;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** What `{errors: [...]}` says, as `key: code`. */
export function codes({ body }: Answer): string[] {
  const { errors } = body as { errors: { key: string; code: string }[] };
  return errors.map(({ key, code }) => `${key}: ${code}`);
}
