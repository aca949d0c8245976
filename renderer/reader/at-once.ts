import type { Actions } from '../state/actions.ts';
import type { AppStore } from '../state/store.ts';
import type { TextView } from './text-view.ts';

/** While a tag is armed, what is selected becomes a mark as soon as the hand lets go of it. */
export class AtOnce {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #actions: Actions;

  constructor(view: TextView, store: AppStore, actions: Actions) {
    this.#view = view;
    this.#store = store;
    this.#actions = actions;
  }

  start(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    const show = (): void => {
      this.#view.scroller.toggleAttribute('data-armed', this.#store.getState().armed !== null);
    };
    show();
    const stop = this.#store.subscribe((state, before) => {
      if (state.armed !== before.armed) show();
    });
    let pressed = false;
    window.addEventListener('pointerdown', () => (pressed = true), { signal, capture: true });
    for (const name of ['pointerup', 'pointercancel'] as const) {
      const letGo = (): void => {
        pressed = false;
        // The click that ends a press may still clear the selection.
        setTimeout(() => this.#mark(), 0);
      };
      window.addEventListener(name, letGo, { signal, capture: true });
    }
    // Shift held means that the passage still grows.
    window.addEventListener(
      'keyup',
      (event) => {
        if (!pressed && !event.shiftKey) this.#mark();
      },
      { signal },
    );
    return () => {
      stop();
      listening.abort();
      this.#view.scroller.removeAttribute('data-armed');
    };
  }

  #mark(): void {
    const { armed, selection, overlay } = this.#store.getState();
    if (armed !== null && selection !== null && overlay === null)
      this.#actions.markAtOnce(selection);
  }
}
