import { listen } from '../bridge.ts';
import type { Actions } from './actions.ts';
import { applyPatch } from './apply-patch.ts';
import type { AppStore } from './store.ts';

/** Takes what main says into the state. */
export function listenToMain(store: AppStore, actions: Actions): void {
  listen('library.changed', ({ patch, history }) => {
    store.setState({ ...applyPatch(store.getState(), patch), history });
    void actions.refind();
  });
  listen('library.reloaded', () => void actions.reload());
  listen('rules.progress', (progress) => {
    store.setState(({ autoTag }) =>
      autoTag.busy === 'finding' ? { autoTag: { ...autoTag, progress } } : {},
    );
  });
  listen('import.progress', (progress) => actions.importProgressed(progress));
  listen('import.finished', (imported) => void actions.importFinished(imported));
  listen('place.asked', (place) => void actions.openPlace(place));
  listen('notice.raised', (notice) =>
    store.setState(({ notices }) => ({ notices: [...notices, notice] })),
  );
}

/** Menu choices, for the command keymap. */
export function listenToMenu(run: (id: string) => void): () => void {
  return listen('command.chosen', ({ id }) => run(id));
}
