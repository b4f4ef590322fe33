import { spawn } from 'node:child_process';

/** How long to watch for the opener's failure, in milliseconds; some openers live as long as the browser. */
const PATIENCE = 2000;

/**
 * Opens an address in the default browser. Answers whether that seems to have worked; a computer without a browser is
 * no error here. `BROWSER=none` in the environment is the usual way to say "don't".
 * @param url an http(s) address
 */
export function openInBrowser(
  url: string,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  if (env['BROWSER'] === 'none') return Promise.resolve(false);
  const [command, args] = opener(url, platform);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, env });
    const timer = setTimeout(() => resolve(true), PATIENCE);
    const settle = (opened: boolean) => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
    child.unref();
    timer.unref();
  });
}

function opener(url: string, platform: NodeJS.Platform): [command: string, args: string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [url]];
    case 'win32':
      // Not `cmd /c start`, which would read & and ^ in the address as its own syntax.
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    default:
      return ['xdg-open', [url]];
  }
}
