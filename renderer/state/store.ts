import type { StoreApi } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { initialState, type AppState } from './app-state.ts';

export type AppStore = StoreApi<AppState>;

export function createAppStore(): AppStore {
  return createStore<AppState>(initialState);
}
