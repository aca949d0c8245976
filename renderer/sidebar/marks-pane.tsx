import { useCallback, useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import type { Annotation } from '../../core/model/annotation.ts';
import { sidebarMessages } from '../../core/messages/en/sidebar.ts';
import { MarkFilter } from '../../core/search/filter-marks.ts';
import { useActions, useApp } from '../state/context.ts';
import type { Box } from '../ui/place-near.ts';
import { RovingList } from '../ui/roving-list.tsx';
import { MarkCard } from './mark-card.tsx';
import { MarkFilters } from './mark-filters.tsx';
import { cardsOf, groupsOf, type MarkItem } from './mark-items.ts';
import { MarkMenu } from './mark-menu.tsx';
import { NoMarks } from './no-marks.tsx';
import './sidebar.css';

/** The marks in reading order: of the text on screen, or of all texts under their titles. */
export function MarksPane() {
  const actions = useActions();
  const ordered = useApp(({ marks }) => marks.ordered());
  const tags = useApp((state) => state.tags);
  const filter = useDeferredValue(useApp((state) => state.filter));
  const found = useApp((state) => state.found);
  const open = useApp(({ document }) => document?.entry.id ?? null);
  const active = useApp((state) => state.active);
  const [matcher] = useState(() => new MarkFilter());
  const [menu, setMenu] = useState<{ mark: Annotation; at: Box } | null>(null);

  const items = useMemo(
    () =>
      filter.scope === 'library'
        ? groupsOf(found ?? [], open)
        : cardsOf(matcher.filter(ordered, filter, tags)),
    [filter, found, open, matcher, ordered, tags],
  );
  const everywhere = useApp(({ counts }) => total(counts?.documents ?? {}));
  const activeAt = useMemo(
    () =>
      active === null
        ? -1
        : items.findIndex((item) => item.kind === 'mark' && item.mark.id === active),
    [items, active],
  );
  const all = filter.scope === 'library' ? everywhere : ordered.length;
  const shown = filter.scope === 'library' ? (found?.length ?? 0) : items.length;

  const openOverlay = (kind: 'tag' | 'note', mark: Annotation): void => {
    const card = document.querySelector(`[data-testid="mark-card"][data-mark="${mark.id}"]`);
    const rect = card?.getBoundingClientRect() ?? new DOMRect();
    actions.openOverlay({
      kind,
      target: { kind: 'mark', id: mark.id },
      anchor: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
    });
  };
  const onItemKey = (event: KeyboardEvent, item: MarkItem): void => {
    if (item.kind !== 'mark' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 't') openOverlay('tag', item.mark);
    else if (event.key === 'n') openOverlay('note', item.mark);
    else if (event.key === 'Delete') actions.removeMark(item.mark.id);
    else return;
    event.preventDefault();
  };
  const onMenu = useCallback((mark: Annotation, at: Box) => setMenu({ mark, at }), []);

  return (
    <section className="marks" data-testid="marks-pane" aria-label={sidebarMessages.list}>
      <MarkFilters all={all} shown={shown} />
      {items.length === 0 ? (
        <NoMarks all={all} />
      ) : (
        <RovingList
          label={sidebarMessages.list}
          className="mark-list"
          items={items}
          itemSize={92}
          passOver={(item) => item.kind === 'title'}
          show={activeAt}
          onItemKey={onItemKey}
          render={(item, _, roving) =>
            item.kind === 'title' ? (
              <div key={item.document} role="listitem" className="mark-title">
                <h2 dir="auto">{item.title}</h2>
                <span>{item.count}</span>
              </div>
            ) : (
              <MarkCard key={item.mark.id} mark={item.mark} roving={roving} onMenu={onMenu} />
            )
          }
        />
      )}
      {menu !== null && (
        <MarkMenu
          {...menu}
          onClose={() => setMenu(null)}
          onOverlay={(kind) => openOverlay(kind, menu.mark)}
        />
      )}
    </section>
  );
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
