import {
  createContext,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import type { CommandInput, CommandName, CommandValue } from '../shared/contract.ts';
import type { AppError } from '../shared/errors.ts';
import { messages, type Messages } from '../shared/i18n/index.ts';
import type { Result } from '../shared/result.ts';
import type { AppState } from '../shared/state.ts';
import type { Snapshot, Store } from './store.ts';

export const StoreContext = createContext<Store | null>(null);

/** The store of the page. */
export function useStore(): Store {
  const store = use(StoreContext);
  if (!store) throw new Error('There is no StoreContext around this component');
  return store;
}

/** The present snapshot; the component draws again with each new one. */
export function useSnapshot(): Snapshot {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** The present state and the texts in its language. */
export function useApp(): { state: AppState; t: Messages } {
  const { state } = useSnapshot();
  return { state, t: messages(state.locale) };
}

const SECOND = 1000;

/** The time in epoch milliseconds, to the second, ticking only while somebody can see it. */
export function useNow(): number {
  const store = useStore();
  const subscribe = useCallback(
    (tick: () => void) => {
      let timer: ReturnType<typeof setInterval> | undefined;
      const follow = () => {
        clearInterval(timer);
        if (document.hidden) return;
        tick();
        timer = setInterval(tick, SECOND);
      };
      follow();
      document.addEventListener('visibilitychange', follow);
      const unsubscribe = store.subscribe(tick);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', follow);
        unsubscribe();
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(store.now() / SECOND) * SECOND);
}

/** A command as a control needs it: whether it is under way, and why it failed the last time. */
export interface CommandRun<N extends CommandName> {
  /** Sends the command. Answers null, and sends nothing, while the last one is still under way. */
  readonly run: (input: CommandInput<N>) => Promise<Result<CommandValue<N>> | null>;
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly setError: (error: AppError | null) => void;
}

/** For a control that sends one command: a second click while it is under way does nothing. */
export function useCommand<N extends CommandName>(name: N): CommandRun<N> {
  const { send } = useStore();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const run = async (input: CommandInput<N>) => {
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    const hadFocus = document.activeElement !== document.body;
    const result = await send(name, input);
    if (hadFocus) keepFocus();
    underWay.current = false;
    setBusy(false);
    setError(result.ok ? null : result.error);
    return result;
  };
  return { run, busy, error, setError };
}

/**
 * For controls that change settings. Unlike a button's command, a change is sent even while another one is under way:
 * each sets something else, or is the person's newer choice.
 */
export function useSettings(): {
  readonly save: (patch: CommandInput<'settings.update'>) => void;
  readonly error: AppError | null;
} {
  const { send } = useStore();
  const [error, setError] = useState<AppError | null>(null);
  const save = (patch: CommandInput<'settings.update'>): void => {
    void send('settings.update', patch).then((result) => setError(result.ok ? null : result.error));
  };
  return { save, error };
}

/** Where a control went away with what it did, the focus goes to the screen it was on, not to the beginning of the page. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('#root .screen')?.focus({ preventScroll: true });
  });
}

/**
 * Gives an element the focus when it appears, unless the person is somewhere outside of the popover: in the preview's
 * tray menu, say. `wanted` is looked at once.
 */
export function useTakeFocus(element: RefObject<HTMLElement | null>, wanted = true): void {
  const atFirst = useRef(wanted);
  useEffect(() => {
    const { activeElement } = document;
    const elsewhere = activeElement && activeElement !== document.body && !activeElement.closest('#root');
    if (atFirst.current && !elsewhere) element.current?.focus({ preventScroll: true });
  }, [element]);
}

const openThings: (() => void)[] = [];

/** While `close` is given, Escape calls it instead of hiding the popover. What was opened last closes first, from the moment it is drawn. */
export function useEscape(close: (() => void) | null): void {
  const latest = useRef(close);
  useLayoutEffect(() => {
    latest.current = close;
  });
  const open = close !== null;
  useLayoutEffect(() => {
    if (!open) return;
    const closeLatest = () => latest.current?.();
    openThings.push(closeLatest);
    return () => {
      openThings.splice(openThings.indexOf(closeLatest), 1);
    };
  }, [open]);
}

/** Whether a key was meant for the popover. The preview's page has more on it, and can take the popover away. */
function isForPopover({ target }: KeyboardEvent): boolean {
  const root = document.getElementById('root');
  if (!root || root.hidden || root.inert) return false;
  return !(target instanceof Element) || target === document.body || root.contains(target);
}

/** The digits of the row above the letters, whatever they write with this layout, and those of the number pad. */
function digitOf({ code, key }: KeyboardEvent): number | null {
  const digit = /^Digit([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0];
  return digit === undefined ? null : Number(digit);
}

/** While this is drawn, the keys 1 to 9 call `press`, unless something is being typed or a dialog is open. */
export function useDigits(press: (digit: number) => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, repeat, defaultPrevented, isComposing, target } = event;
      if (ctrlKey || metaKey || altKey || shiftKey || repeat || defaultPrevented || isComposing) return;
      if (!isForPopover(event) || document.querySelector('dialog[open]')) return;
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return;
      const digit = digitOf(event);
      if (digit === null) return;
      event.preventDefault();
      latest.current(digit);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * Once, at the top: tells the main side when there is a network again. A window that is hidden is told of it too, and the
 * main process has no such event.
 */
export function useNetworkBack(): void {
  const { send } = useStore();
  useEffect(() => {
    const onOnline = () => void send('network.online', {});
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [send]);
}

/** Once, at the top: tells the main side that the page lost the focus, where the system may not say so of the window. */
export function useTellBlur(): void {
  const { state } = useApp();
  const { send } = useStore();
  const silent = state.host.kind === 'electron' && state.host.platform === 'darwin';
  useEffect(() => {
    if (!silent) return;
    const onBlur = () => void send('popover.blurred', {});
    window.addEventListener('blur', onBlur);
    return () => window.removeEventListener('blur', onBlur);
  }, [send, silent]);
}

/** Once, at the top: Escape closes what is open inside, else hides the popover. */
export function useEscapeKey(): void {
  const { send } = useStore();
  const { trayMissing } = useApp().state.host.desktop;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (!isForPopover(event)) return;
      const close = openThings.at(-1);
      if (close) close();
      // An ordinary window does not go away by Escape.
      else if (!trayMissing) void send('popover.hide', {});
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [send, trayMissing]);
}
