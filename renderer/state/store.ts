import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Actions } from './actions.ts';
import { initialState, type AppState } from './app-state.ts';

export type AppStore = StoreApi<AppState>;

export function createAppStore(): AppStore {
  return createStore<AppState>(initialState);
}

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
  return useStore(useAppContext().store, select);
}

/** The store itself, for listeners that must not draw React again, such as the painter. */
export function useAppStore(): AppStore {
  return useAppContext().store;
}

export function useActions(): Actions {
  return useAppContext().actions;
}
