import { addItem, newItem, removeItem } from '../../../core/edit/items.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { filterMessages as messages } from '../../../core/messages/en/filters.ts';
import type { Item, SavedFilter } from '../../../core/model/item.ts';
import { queryOf, savedQuery } from '../../../core/search/saved-filter.ts';
import { call } from '../../bridge.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** Filters that were given a name: they ask anew whenever they are looked at. */
export function createFilterActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  return {
    /** Keeps what is filtered now, in the passages or in the list of marks. */
    saveFilter: (name: string): void => {
      const { sheet, passageQuery, filter, document } = store.getState();
      const here = filter.scope === 'document' ? (document?.entry.id ?? null) : null;
      const shown = sheet?.kind === 'passages' ? passageQuery : { ...filter, document: here };
      const query = savedQuery(shown, new Date());
      editing.commit(addItem(newItem(name, { kind: 'filter', query }, stamp), stamp));
      view.announce(messages.saved(name.trim()));
    },
    removeFilter: (filter: SavedFilter): void => {
      editing.commit(removeItem(filter, stamp));
      view.toast(messages.removed(filter.name), { undo: true });
      view.announce(messages.removed(filter.name));
    },
    openFilter: (filter: SavedFilter): void => {
      view.openPassages(queryOf(filter.content.query, new Date()));
    },
    /** How many passages each of them finds now. */
    countFilters: async (
      filters: readonly SavedFilter[],
    ): Promise<ReadonlyMap<Item['id'], number>> => {
      const queries = filters.map(({ content }) => queryOf(content.query, new Date()));
      const reply = await call('passages.count', { queries });
      if (!reply.ok) return new Map();
      return new Map(filters.map(({ id }, index) => [id, reply.value[index] ?? 0]));
    },
  };
}
