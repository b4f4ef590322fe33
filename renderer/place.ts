import { createContext, use, useCallback } from 'react';
import type { Preset } from '../shared/presets.ts';
import type { EditorRequest } from './editor/open.ts';

/** Where in the popover the person is. */
export type Place =
  | {
      readonly name: 'status' | 'avatar' | 'presets' | 'settings' | 'profile' | 'accounts' | 'add-account' | 'licences';
    }
  /** The scope inspector; `scope`: opened at this one. */
  | { readonly name: 'token'; readonly scope: string | null }
  | { readonly name: 'edit-status'; readonly request: EditorRequest }
  /** Changing a preset; null = a new one. */
  | { readonly name: 'edit-preset'; readonly preset: Preset | null };

export const GoContext = createContext<((place: Place) => void) | null>(null);

/** Goes to another place. */
export function useGo(): (place: Place) => void {
  const go = use(GoContext);
  if (!go) throw new Error('There is no GoContext around this component');
  return go;
}

/**
 * Opens the scope inspector, at a scope where one is given: the way from every refusal to what can be done about it. Null
 * where there is no inspector to go to, before one is signed in.
 */
export function useOpenToken(): ((scope: string | null) => void) | null {
  const go = use(GoContext);
  const open = useCallback((scope: string | null) => go?.({ name: 'token', scope }), [go]);
  return go && open;
}
