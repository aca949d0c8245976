import type { StoreApi } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { afterFrame } from './after-frame.ts';
import { initialState, type AppState } from './app-state.ts';

/**
 * The state, and the state as React shows it. They are the same but for a frame: a mark is painted in the text first, and
 * what React draws around it, which takes five times as long, follows in the next frame or with the reader's next act.
 */
export interface AppStore extends StoreApi<AppState> {
  readonly shown: StoreApi<AppState>;
  /**
   * Runs a change that the text itself shows; `shown` follows when the frame that paints it is done. Not while the focus
   * is in what shows marks itself: a control that the change takes away must be gone before its next key.
   */
  readonly paintFirst: (change: () => void) => void;
}

export function createAppStore(): AppStore {
  const store = createStore<AppState>(initialState);
  const shown = createStore<AppState>(() => store.getState());
  /** Set while a frame is waited for: ends that at once. */
  let waiting: (() => void) | null = null;
  let holding = false;

  const follow = (): void => {
    waiting?.();
    waiting = null;
    shown.setState(store.getState(), true);
  };
  const act = (): void => {
    if (waiting !== null) follow();
  };
  store.subscribe(() => {
    if (holding) waiting ??= afterFrame(follow);
    else if (waiting === null) follow();
  });
  // What the reader does next finds everything up to date.
  for (const name of ['keydown', 'pointerdown', 'beforeinput'] as const) {
    window.addEventListener(name, act, { capture: true });
  }
  return Object.assign(store, {
    shown,
    paintFirst: (change: () => void): void => {
      const before = holding;
      holding = !marksHaveFocus();
      try {
        change();
      } finally {
        holding = before;
      }
    },
  });
}

function marksHaveFocus(): boolean {
  return document.activeElement?.closest('[data-at-once], [role="dialog"]') != null;
}
