import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Actions } from './actions.ts';
import type { AppState } from './app-state.ts';
import type { AppStore } from './store.ts';

interface App {
  readonly store: AppStore;
  readonly actions: Actions;
}

export const AppContext = createContext<App | null>(null);

function useAppContext(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('no AppContext above this component');
  return app;
}

/** A part of the state; the component draws again when that part changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppContext().store.shown, select);
}

/** The store itself, for listeners that must not draw React again, such as the painter. */
export function useAppStore(): AppStore {
  return useAppContext().store;
}

export function useActions(): Actions {
  return useAppContext().actions;
}
