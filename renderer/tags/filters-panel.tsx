import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { filterMessages as messages } from '../../core/messages/en/filters.ts';
import type { Item, SavedFilter } from '../../core/model/item.ts';
import { useActions, useApp } from '../state/context.ts';
import { Empty } from '../ui/empty.tsx';
import { ListDialog } from '../ui/list-dialog.tsx';
import { RovingList } from '../ui/roving-list.tsx';

export function FiltersPanel() {
  const open = useApp(({ panel }) => panel === 'filters');
  return open ? <Filters /> : null;
}

/** The filters that were given a name, with what they find now; and a name for what is filtered now. */
function Filters() {
  const actions = useActions();
  const items = useApp((state) => state.items);
  // Changes with every edit that is saved: the counts are those of now.
  const history = useApp((state) => state.history);
  const [counts, setCounts] = useState<ReadonlyMap<Item['id'], number>>(new Map());
  const filters = useMemo(() => {
    const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    return [...items.values()].filter(isFilter).sort((a, b) => names.compare(a.name, b.name));
  }, [items]);
  useEffect(() => {
    let wanted = true;
    void actions.countFilters(filters).then((found) => {
      if (wanted) setCounts(found);
    });
    return () => {
      wanted = false;
    };
  }, [actions, filters, history]);

  const onItemKey = (event: KeyboardEvent, filter: SavedFilter): void => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    actions.removeFilter(filter);
  };
  return (
    <ListDialog
      title={messages.title}
      closeLabel={messages.close}
      testId="filters-panel"
      problem={null}
      says={filters.length === 0 ? null : messages.says}
      onClose={() => actions.showPanel(null)}
      lead={
        <input
          className="filters-name"
          autoFocus={filters.length === 0}
          aria-label={messages.newName}
          placeholder={messages.newHint}
          maxLength={120}
          dir="auto"
          onKeyDown={(event) => {
            const { value } = event.currentTarget;
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || value.trim() === '')
              return;
            event.preventDefault();
            event.currentTarget.value = '';
            actions.saveFilter(value);
          }}
        />
      }
      buttons={null}
    >
      {filters.length === 0 ? (
        <Empty title={messages.emptyTitle}>{messages.emptyHint}</Empty>
      ) : (
        <RovingList
          label={messages.list}
          className="list-dialog-list"
          items={filters}
          keyOf={({ id }) => id}
          itemSize={32}
          autoFocus
          onItemKey={onItemKey}
          render={(filter, _, roving) => (
            <div key={filter.id} role="listitem">
              <button
                type="button"
                className="list-row"
                data-testid="saved-filter"
                onClick={() => actions.openFilter(filter)}
                {...roving}
              >
                <span className="list-row-text" dir="auto">
                  {filter.name}
                </span>
                <span className="list-row-fact">
                  {counts.has(filter.id) && messages.count(counts.get(filter.id) ?? 0)}
                </span>
              </button>
            </div>
          )}
        />
      )}
    </ListDialog>
  );
}

function isFilter(item: Item): item is SavedFilter {
  return item.content.kind === 'filter';
}
