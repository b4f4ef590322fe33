import type { SessionBus } from './session-bus/connect.ts';

/** Who shows tray icons owns this name (StatusNotifierItem specification, as KDE named it; GNOME's extension too). */
export const TRAY_HOST = 'org.kde.StatusNotifierWatcher';

/** A desktop may start its panel after the app, or anew: so long it is waited for, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Tells whether the desktop shows tray icons, and each time that changes. Where the bus cannot be asked, nothing is
 * told: a desktop without one is an old one, with the old kind of tray, which nobody announces.
 * @param connect to the session bus
 * @param tell called with each answer that differs from the one before; a missing host is told after a while only
 * @param patience how long a missing host may take to appear, in milliseconds
 * @returns how to stop; nothing is told after that
 */
export function watchTrayHost(
  connect: () => Promise<SessionBus>,
  tell: (there: boolean) => void,
  patience = PATIENCE,
): () => void {
  let bus: SessionBus | null = null;
  let stopped = false;
  let told: boolean | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const answer = (there: boolean): void => {
    clearTimeout(timer);
    if (stopped || there === told) return;
    told = there;
    tell(there);
  };
  const answerInTime = (there: boolean): void => {
    clearTimeout(timer);
    if (there) answer(true);
    else timer = setTimeout(() => answer(false), patience);
  };

  async function watch(): Promise<void> {
    const connection = await connect();
    if (stopped) {
      connection.close();
      return;
    }
    bus = connection;
    // First the watch, then the question: what happens between the two is told by one of them.
    await connection.watchOwner(TRAY_HOST, answerInTime);
    answerInTime(await connection.hasOwner(TRAY_HOST));
  }
  watch().catch(() => undefined);

  return () => {
    stopped = true;
    clearTimeout(timer);
    bus?.close();
  };
}
