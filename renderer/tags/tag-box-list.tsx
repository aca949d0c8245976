import { useEffect, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { tagMessages } from '../../core/messages/en/tags.ts';
import { SuggestionRow } from './suggestion-row.tsx';
import { keyOf, pickOf, type Suggestion } from './tag-choices.ts';

/** The id of the list, and of its rows by their place. */
export const tagBoxList = 'tag-box-list';
export const tagBoxRow = (index: number): string => `tag-box-row-${index}`;

interface TagBoxListProps {
  readonly rows: readonly Suggestion[];
  readonly chosen: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (index: number, more: boolean) => void;
}

/** The tags that the letters may mean. Only those in sight are drawn, and the chosen one. */
export function TagBoxList({ rows, chosen, onPoint, onChoose }: TagBoxListProps) {
  const list = useRef<VirtualizerHandle>(null);
  useEffect(() => {
    if (chosen >= 0) list.current?.scrollToIndex(chosen, { align: 'nearest' });
  }, [chosen, rows]);
  return (
    <div
      id={tagBoxList}
      role="listbox"
      aria-label={tagMessages.suggestions}
      className="tag-box-list"
    >
      <Virtualizer
        ref={list}
        data={rows}
        itemSize={27}
        keepMounted={chosen >= 0 && chosen < rows.length ? [chosen] : []}
      >
        {(row, index) => (
          <SuggestionRow
            key={keyOf(pickOf(row))}
            id={tagBoxRow(index)}
            place={index + 1}
            of={rows.length}
            row={row}
            chosen={index === chosen}
            onPoint={() => onPoint(index)}
            onChoose={(more) => onChoose(index, more)}
          />
        )}
      </Virtualizer>
    </div>
  );
}
