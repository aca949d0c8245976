import type { Actions } from './actions.ts';
import type { AppStore } from './store.ts';

/** Keeps the window open until everything is on disk, or until the reader lets go of what cannot be written. */
export function guardClosing(
  page: Pick<Window, 'addEventListener' | 'close'>,
  store: AppStore,
  actions: Pick<Actions, 'mayClose'>,
): void {
  let asking = false;
  let free = false;
  page.addEventListener('beforeunload', (event) => {
    if (free || store.getState().saving.kind === 'saved') return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void actions.mayClose().then((may) => {
      asking = false;
      free = may;
      if (may) page.close();
    });
  });
}
