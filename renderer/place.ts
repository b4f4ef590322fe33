import { createContext, use } from 'react';

/** Where in the popover the person is. */
export type Place = 'status' | 'presets' | 'settings';

export const GoContext = createContext<((place: Place) => void) | null>(null);

/** Goes to another place. */
export function useGo(): (place: Place) => void {
  const go = use(GoContext);
  if (!go) throw new Error('There is no GoContext around this component');
  return go;
}
