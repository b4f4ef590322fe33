import { createContext, use, useCallback } from 'react';

/** Where in the popover one is. The sections of the bar, and the screens behind the header. */
export type Place =
  | { readonly screen: 'status' | 'settings' | 'profile' | 'accounts' | 'add-account' }
  /** The scope inspector; `scope`: opened at this one. */
  | { readonly screen: 'token'; readonly scope: string | null };

/** The present place, and the way to another. */
export interface Navigation {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

/** Null where there is nowhere to go: before one is signed in. */
export const NavigationContext = createContext<Navigation | null>(null);

/** The navigation, or null before one is signed in. */
export const useNavigation = (): Navigation | null => use(NavigationContext);

/**
 * Opens the scope inspector, at a scope where one is given: the way from every refusal to what can be done about it. Null
 * where the inspector cannot be shown, before one is signed in.
 */
export function useOpenToken(): ((scope: string | null) => void) | null {
  const navigation = useNavigation();
  const go = navigation?.go;
  const open = useCallback((scope: string | null) => go?.({ screen: 'token', scope }), [go]);
  return navigation && open;
}
