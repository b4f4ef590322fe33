import { createContext, use } from 'react';
import type { Preset } from '../shared/presets.ts';
import type { EditorRequest } from './editor/open.ts';

/** Where in the popover the person is. */
export type Place =
  | { readonly name: 'status' }
  | { readonly name: 'presets' }
  | { readonly name: 'settings' }
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
