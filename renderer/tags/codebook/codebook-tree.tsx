import { useMemo, useState, type KeyboardEvent } from 'react';
import { codebookMessages as messages } from '../../../core/messages/en/codebook.ts';
import { tagMessages } from '../../../core/messages/en/tags.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import type { Box } from '../../ui/place-near.ts';
import { RovingList } from '../../ui/roving-list.tsx';
import type { TagWork } from './codebook-work.ts';
import { treeItems, type TreeItem } from './tree-items.ts';
import { dropPlace, keyPlace, type TreeMove } from './tree-moves.ts';
import { TreeRow } from './tree-row.tsx';

interface CodebookTreeProps {
  readonly chosen: TagId | null;
  readonly letters: string;
  readonly work: TagWork;
  readonly onMenu: (tag: Tag, at: Box) => void;
}

type Item =
  (TreeItem & { readonly kind: 'tag' }) | { readonly kind: 'new'; readonly depth: number };

const moves: Partial<Record<string, TreeMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The tags as a tree: arrow keys go through it, with Alt they move the tag that has the focus. */
export function CodebookTree({ chosen, letters, work, onMenu }: CodebookTreeProps) {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const [folded, setFolded] = useState<ReadonlySet<TagId>>(new Set());
  const { writing } = work;
  const items = useMemo(() => {
    const rows = treeItems(tags, folded, letters);
    const all = rows.map((item): Item => ({ kind: 'tag', ...item }));
    if (writing?.kind !== 'new') return all;
    const above = rows.findIndex(({ tag }) => tag.id === writing.parent);
    return all.toSpliced(above + 1, 0, { kind: 'new', depth: (rows[above]?.depth ?? -1) + 1 });
  }, [tags, folded, letters, writing]);

  const fold = (id: TagId, open: boolean): void => {
    const next = new Set(folded);
    if (open) next.delete(id);
    else next.add(id);
    setFolded(next);
  };
  const move = (tag: Tag, by: TreeMove): void => {
    const place = keyPlace(tag, by, tags);
    if (place === null) actions.announce(messages.noFurther(tag.name));
    else if (actions.placeTag(tag, place) && place.parent !== null) fold(place.parent, true);
  };
  const onItemKey = (event: KeyboardEvent, item: Item): void => {
    if (item.kind !== 'tag' || event.ctrlKey || event.metaKey) return;
    const { tag, open } = item;
    const by = moves[event.key];
    if (event.altKey) {
      if (by === undefined) return;
      move(tag, by);
    } else if (event.key === 'ArrowLeft' && open === true) fold(tag.id, false);
    else if (event.key === 'ArrowRight' && open === false) fold(tag.id, true);
    else if (!work.onKey(event.key, tag)) return;
    event.preventDefault();
  };

  return (
    <RovingList
      role="tree"
      label={messages.tree}
      className="codebook-tree"
      items={items}
      keyOf={keyOf}
      itemSize={30}
      autoFocus
      passOver={isNew}
      show={items.findIndex((item) =>
        item.kind === 'new' ? true : writing === null && item.tag.id === chosen,
      )}
      onItemKey={onItemKey}
      onCurrent={(index) => {
        const item = items[index];
        if (item?.kind === 'tag') actions.openCodebook(item.tag.id);
      }}
      render={(item, _, roving) =>
        item.kind === 'tag' ? (
          <TreeRow
            key={item.tag.id}
            item={item}
            roving={roving}
            current={item.tag.id === chosen}
            renaming={writing?.kind === 'rename' && writing.id === item.tag.id}
            onRenamed={work.endWriting}
            onFold={() => fold(item.tag.id, item.open !== true)}
            onMenu={(at) => onMenu(item.tag, at)}
            onDrop={(id, side) => {
              const dragged = tags.get(id);
              if (dragged !== undefined) actions.placeTag(dragged, dropPlace(item.tag, side, tags));
            }}
          />
        ) : (
          <NewTag key="new" depth={item.depth} work={work} />
        )
      }
    />
  );
}

function NewTag({ depth, work }: { depth: number; work: TagWork }) {
  return (
    <div role="treeitem" aria-level={depth + 1} aria-selected={false} className="tree-row">
      <InlineEdit
        label={tagMessages.newTagName}
        value=""
        longest={120}
        onSave={work.create}
        onEnd={work.endWriting}
      />
    </div>
  );
}

function keyOf(item: Item): string {
  return item.kind === 'tag' ? item.tag.id : 'new';
}

function isNew({ kind }: Item): boolean {
  return kind === 'new';
}
