import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { useActions, useApp } from '../../state/context.ts';
import { passageAt } from '../../state/found-passages.ts';
import { Swatch } from '../../ui/chip.tsx';
import type { Box } from '../../ui/place-near.ts';
import { RovingList, type Items } from '../../ui/roving-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TagPicker } from '../tag-picker.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { NoPassages } from './no-passages.tsx';
import { PassageFilters } from './passage-filters.tsx';
import { PassageMenu } from './passage-menu.tsx';
import { PassageRowView, type Passage, type PassageItem } from './passage-row.tsx';
import { PassageTools } from './passage-tools.tsx';
import { useChosen } from './use-chosen.ts';
import { usePassageWork } from './use-passage-work.ts';
import './passages.css';

/** The passages of a tag across all texts, while they lie over the page. */
export function PassagesSheet() {
  const open = useApp(({ sheet }) => sheet?.kind === 'passages');
  return open ? <Passages /> : null;
}

function Passages() {
  const actions = useActions();
  const found = useApp((state) => state.passages);
  const tag = useApp(({ tags, passageQuery }) =>
    passageQuery.tag === null ? undefined : tags.get(passageQuery.tag),
  );
  const items = useMemo(
    (): Items<PassageItem> => ({
      length: found?.rows ?? 0,
      at: (index) => (found === null ? undefined : passageAt(found, index)) ?? { kind: 'waiting' },
    }),
    [found],
  );
  const chosen = useChosen(items);
  const work = usePassageWork(chosen);
  const [menu, setMenu] = useState<{ readonly passage: Passage; readonly at: Box } | null>(null);
  const onMenu = useCallback((passage: Passage, at: Box) => setMenu({ passage, at }), []);

  const onItemKey = (event: KeyboardEvent, item: PassageItem, index: number): void => {
    if (event.key === ' ') chosen.toggle(index, event.shiftKey);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) void chosen.all();
    else if (event.ctrlKey || event.metaKey || event.altKey || item.kind !== 'mark') return;
    else if (!work.onKey(event.key, item)) return;
    event.preventDefault();
  };

  return (
    <Sheet
      label={tag === undefined ? messages.title : `${messages.title}: ${tag.name}`}
      title={
        <>
          {tag !== undefined && <Swatch colour={tag.colour} />}
          <span dir="auto">{tag?.name ?? messages.title}</span>
          <span className="sheet-fact" role="status">
            {found !== null && messages.count(found.marks)}
          </span>
        </>
      }
      closeLabel={messages.close}
      testId="passages"
      onClose={() => (chosen.ids.size > 0 ? chosen.none() : actions.closeSheet())}
      tools={<PassageTools />}
    >
      <PassageFilters />
      {items.length === 0 ? (
        <NoPassages />
      ) : (
        <RovingList
          label={messages.list}
          className="passage-list"
          items={items}
          itemSize={132}
          autoFocus
          passOver={isTitle}
          onItemKey={onItemKey}
          onMove={(event, from, to) => {
            if (event.shiftKey) void chosen.extend(from, to);
          }}
          render={(item, index, roving) => (
            <PassageRowView
              key={index}
              item={item}
              row={index}
              version={found?.version ?? 0}
              roving={roving}
              chosen={item.kind === 'mark' && chosen.ids.has(item.mark.id)}
              onOpen={work.open}
              onToggle={chosen.toggle}
              onMenu={onMenu}
            />
          )}
        />
      )}
      {chosen.ids.size > 0 && <ChosenBar chosen={chosen} work={work} />}
      {menu !== null && <PassageMenu {...menu} work={work} onClose={() => setMenu(null)} />}
      {work.picking !== null && (
        <TagPicker
          label={work.picking.label}
          anchor={work.picking.at}
          except={work.picking.except}
          onPick={work.pick}
          onClose={work.endPicking}
        />
      )}
    </Sheet>
  );
}

function isTitle({ kind }: PassageItem): boolean {
  return kind === 'title';
}
