import { Fragment, useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import type { Annotation } from '../../core/model/annotation.ts';
import { sidebarMessages } from '../../core/messages/en/sidebar.ts';
import { activeMark } from '../state/app-state.ts';
import { useActions, useApp } from '../state/context.ts';
import type { Box } from '../ui/place-near.ts';
import { RovingList } from '../ui/roving-list.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { FoundRow } from './found-row.tsx';
import { MarkFilters } from './mark-filters.tsx';
import type { MarkItem } from './mark-items.ts';
import { MarkMenu } from './mark-menu.tsx';
import { MarkRow } from './mark-row.tsx';
import { NoMarks } from './no-marks.tsx';
import { useChoosing } from './use-choosing.ts';
import { useMarkItems } from './use-mark-items.ts';
import './sidebar.css';

/** The marks in reading order: of the text on screen, or of all texts under their titles. */
export function MarksPane() {
  const actions = useActions();
  const { items, shown, all } = useMarkItems();
  const version = useApp(({ found }) => found?.version ?? 0);
  const active = useApp(activeMark);
  const choosing = useChoosing(items);
  const [menu, setMenu] = useState<{ mark: Annotation; at: Box } | null>(null);
  const activeAt = useMemo(() => (active === null ? -1 : items.indexOf(active)), [items, active]);

  const openOverlay = (kind: 'tag' | 'note', mark: Annotation): void => {
    const card = document.querySelector(`[data-testid="mark-card"][data-mark="${mark.id}"]`);
    const rect = card?.getBoundingClientRect() ?? new DOMRect();
    actions.openOverlay({
      kind,
      target: { kind: 'mark', id: mark.id },
      anchor: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
    });
  };
  const onItemKey = (event: KeyboardEvent, item: MarkItem, index: number): void => {
    if (item.kind !== 'mark') return;
    if (choosing.onKey(event, item.mark, index)) event.preventDefault();
    // What is chosen goes before the card that has the focus; the commands of the window work on it.
    if (choosing.count > 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 't') openOverlay('tag', item.mark);
    else if (event.key === 'n') openOverlay('note', item.mark);
    else if (event.key === 'Delete') actions.removeMark(item.mark.id);
    else return;
    event.preventDefault();
  };
  const onMenu = useCallback((mark: Annotation, at: Box) => setMenu({ mark, at }), []);

  return (
    <section
      className="marks"
      data-at-once
      data-testid="marks-pane"
      aria-label={sidebarMessages.list}
    >
      <MarkFilters all={all} shown={shown} />
      {choosing.count > 0 && <ChosenBar count={choosing.count} />}
      {items.length === 0 ? (
        <NoMarks all={all} />
      ) : (
        <RovingList
          label={sidebarMessages.list}
          className="mark-list"
          items={items}
          itemSize={92}
          passOver={isTitle}
          show={activeAt}
          onItemKey={onItemKey}
          onMove={choosing.onMove}
          render={(item, index, roving) => {
            const card = (
              <MarkRow item={item} roving={roving} onMenu={onMenu} onChoose={choosing.onPress} />
            );
            if (index < items.own) {
              return <Fragment key={item.kind === 'mark' ? item.mark.id : 'own'}>{card}</Fragment>;
            }
            const row = index - items.own;
            return (
              <FoundRow key={row} row={row} version={version}>
                {card}
              </FoundRow>
            );
          }}
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

function isTitle({ kind }: MarkItem): boolean {
  return kind === 'title';
}
