import type { Stamp } from '../../../core/edit/patch.ts';
import { addTag, newTag, recolourTag, renameTag } from '../../../core/edit/tags.ts';
import { nextColour, type MarkColour } from '../../../core/model/colours.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { fold } from '../../../core/text/fold.ts';
import { call } from '../../bridge.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

export function createTagActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  const sibling = (name: string, parent: TagId | null, except: TagId | null): Tag | undefined =>
    [...store.getState().tags.values()].find(
      (tag) => tag.parent === parent && tag.id !== except && fold(tag.name) === fold(name.trim()),
    );

  return {
    /** Null where the name is empty or taken; the reader is told. */
    createTag: (name: string, parent: TagId | null = null): TagId | null => {
      if (name.trim() === '') return null;
      if (sibling(name, parent, null) !== undefined) {
        view.toast(stateMessages.tagNameTaken(name.trim()), { tone: 'warning' });
        return null;
      }
      const tag = newTag(name, nextColour(store.getState().tags.size), parent, stamp);
      editing.commit(addTag(tag, stamp));
      return tag.id;
    },
    renameTag: (tag: Tag, name: string): boolean => {
      if (name.trim() === '') return false;
      if (name.trim() === tag.name) return true;
      if (sibling(name, tag.parent, tag.id) !== undefined) {
        view.toast(stateMessages.tagNameTaken(name.trim()), { tone: 'warning' });
        return false;
      }
      editing.commit(renameTag(tag, name, stamp));
      return true;
    },
    recolourTag: (tag: Tag, colour: MarkColour): void => {
      if (tag.colour !== colour) editing.commit(recolourTag(tag, colour, stamp));
    },
    removeTag: async (tag: Tag): Promise<void> => {
      if (!(await editing.ready())) return;
      if (!editing.take(await call('tag.remove', { id: tag.id }))) return;
      const { filter } = store.getState();
      if (filter.tag === tag.id) view.setFilter({ tag: null });
      view.toast(stateMessages.tagRemoved(tag.name), { undo: true });
    },
  };
}
