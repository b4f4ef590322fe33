import { inLine } from './clean-text.ts';
import { formatDuration } from './format.ts';
import { errorText, type Messages } from './i18n/index.ts';
import type { AppState, Notice } from './state.ts';
import { offsetName } from './time-zone.ts';

/** Whether a notice says what became of something that nobody waited for: the system tells it where nobody looks. */
export const isOutcome = ({ kind }: Notice): boolean => kind === 'queued-dropped' || kind === 'avatar-not-put-back';

/** What a notice says; its title is null where the text is all. */
export function noticeText(
  notice: Notice,
  { notices, settings }: Messages,
  { locale, host }: AppState,
): { title: string | null; text: string } {
  switch (notice.kind) {
    case 'error': {
      const { title, advice } = errorText(locale, notice.error);
      return { title, text: advice };
    }
    case 'signed-out': {
      const texts = { keychain: notices.signedOut, session: notices.signedOutSession, demo: notices.leftDemo };
      return { title: null, text: texts[notice.storage] };
    }
    case 'data-removed':
      return { title: null, text: notices.dataRemoved };
    case 'signed-out-entry-left':
      return { title: null, text: notices.left(notice.service, notice.account) };
    case 'queued-dropped':
      return {
        title: notices.dropped(notice.status && inLine(notice.status.title)),
        text: notice.reason === 'ended' ? notices.droppedEnded : notices.droppedChanged,
      };
    case 'avatar-not-put-back':
      return { title: null, text: notices.avatarNotPutBack };
    case 'keychain-waiting': {
      const keychain = settings.storages.keychain(host.keychain);
      return { title: notices.keychainWaiting(keychain), text: notices.keychainWaitingHint };
    }
    case 'zone-unknown':
      return { title: null, text: notices.zoneUnknown(offsetName(notice.zone)) };
    case 'update-available':
      return { title: null, text: notices.updateAvailable(notice.version) };
    case 'updated':
      return { title: null, text: notices.updated(notice.version) };
    case 'clock-differs': {
      const by = formatDuration(notice.minutes * 60_000, locale);
      return { title: notices.clockDiffers(by, notice.ahead), text: notices.clockDiffersHint };
    }
    case 'renderer-crashed':
      return { title: null, text: notices.rendererCrashed };
  }
}
