import { parseArgs } from 'node:util';
import type { DemoLocale } from './people.ts';
import { startDemoServer } from './server.ts';
import { createDemoWorkspace } from './workspace.ts';

/**
 * The demo server on its own: prints one line of JSON, `{"url", "tokens"}`, then serves until it is interrupted.
 *
 * Exit codes: 0 after SIGINT or SIGTERM, 1 when the port cannot be had, 2 for arguments it does not understand.
 */

const usage = `Usage: demo-server [--port N] [--lang en|ru] [--control]

  --port N     listen on 127.0.0.1:N; any free port when left out
  --lang en|ru the language of the invented names; English when left out
  --control    also serve /__demo/, by which tests read the log and plant faults
  --help       show this
`;

interface Arguments {
  readonly port: number;
  readonly locale: DemoLocale;
  readonly control: boolean;
}

/** The arguments, or what is wrong with them. */
function readArguments(args: string[]): Arguments | 'help' | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '0' },
        lang: { type: 'string', default: 'en' },
        control: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    if (!(port <= 65_535)) return { problem: `--port must be a number from 0 to 65535, not "${values.port}".` };
    if (values.lang !== 'en' && values.lang !== 'ru') {
      return { problem: `--lang must be en or ru, not "${values.lang}".` };
    }
    return { port, locale: values.lang, control: values.control };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function run(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  if (given === 'help') {
    process.stdout.write(usage);
    return;
  }
  if ('problem' in given) {
    process.stderr.write(`${given.problem}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  try {
    const workspace = createDemoWorkspace({ locale: given.locale });
    const server = await startDemoServer({ port: given.port, workspace, control: given.control });
    const stop = (): void => void server.close();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.stdout.write(`${JSON.stringify({ url: server.url, tokens: server.tokens })}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const reason = code === 'EADDRINUSE' ? 'it is in use' : code === 'EACCES' ? 'that is not permitted' : String(error);
    process.stderr.write(`Cannot listen on 127.0.0.1:${given.port}: ${reason}.\n`);
    process.exitCode = 1;
  }
}

await run();
