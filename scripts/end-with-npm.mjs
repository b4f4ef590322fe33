import { clearInterval, setInterval } from 'node:timers';

/**
 * `npm start` puts a shell between npm and us. Told to end, npm tells the shell, which ends without telling us, and
 * the app would live on with nobody to end it. So when the parent is gone, end as if SIGTERM had come through.
 * Without npm (a service, `nohup node …`) a lost parent means nothing. Windows has neither the problem nor the sign.
 */
export function endWithNpm() {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
