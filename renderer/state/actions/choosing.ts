import type { AnnotationId } from '../../../core/model/annotation.ts';
import { taggingMessages } from '../../../core/messages/en/tagging.ts';
import type { AppStore } from '../store.ts';
import type { ViewActions } from './view.ts';

/** Several marks of the list, to be worked on at once. */
export function createChoosing(store: AppStore, view: ViewActions) {
  // A passage selected or a mark gone to is what the reader works on from then on.
  store.subscribe((state, before) => {
    if (state.chosen.size === 0 || state.chosen !== before.chosen) return;
    const selects = state.selection !== null && state.selection !== before.selection;
    const other = state.filter !== before.filter;
    const activates = state.active !== null && state.active !== before.active;
    if (selects || other || activates) store.setState({ chosen: new Set() });
  });
  return {
    chooseMarks: (ids: Iterable<AnnotationId>): void => {
      const chosen = new Set(ids);
      const none = chosen.size === 0 && store.getState().chosen.size === 0;
      if (none) return;
      store.setState({ chosen, ...(chosen.size > 0 ? { selection: null, active: null } : {}) });
      view.announce(
        chosen.size === 0 ? taggingMessages.noneChosen : taggingMessages.chosen(chosen.size),
      );
    },
  };
}
