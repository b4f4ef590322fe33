import type { AppError } from '../../shared/errors.ts';
import { errorText, messages } from '../../shared/i18n/index.ts';
import { isOutcome, noticeText } from '../../shared/notice-text.ts';
import type { Host } from './ports.ts';
import type { Store } from './store.ts';

/** Tells what became of things that nobody waited for: kept changes, the way back, pictures that were to be put back. */
export interface Outcomes {
  /** Something failed. Where the popover is seen it shows that itself. */
  failed(error: AppError): void;
  stop(): void;
}

/**
 * Makes the one place from which such outcomes are told. Each notice of an outcome is told by the system once, where
 * nobody sees the popover; it stays in the popover, and on the tray icon, until it was read.
 */
export function createOutcomes({ host, store }: { readonly host: Host; readonly store: Store }): Outcomes {
  let told = 0;
  const stop = store.subscribe((state) => {
    for (const notice of state.notices) {
      if (notice.id <= told) continue;
      told = notice.id;
      if (!isOutcome(notice) || host.popoverVisible()) continue;
      const { title, text } = noticeText(notice, messages(state.locale), state);
      host.notify(title === null ? { title: text, body: '' } : { title, body: text });
    }
  });
  return {
    failed: (error) => {
      if (host.popoverVisible()) return;
      const { title, advice } = errorText(store.state().locale, error);
      host.notify({ title, body: advice });
    },
    stop,
  };
}
