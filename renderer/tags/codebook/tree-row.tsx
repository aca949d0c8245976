import { useState, type CSSProperties, type DragEvent } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Tag } from '../../../core/model/tag.ts';
import { tagMessages } from '../../../core/messages/en/tags.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Swatch } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import type { Box } from '../../ui/place-near.ts';
import type { RovingProps } from '../../ui/roving-list.tsx';
import type { TreeItem } from './tree-items.ts';
import type { DropSide } from './tree-moves.ts';

interface TreeRowProps {
  readonly item: TreeItem;
  readonly roving: RovingProps;
  readonly current: boolean;
  readonly renaming: boolean;
  readonly onRenamed: (byKey: boolean) => void;
  readonly onFold: () => void;
  readonly onMenu: (at: Box) => void;
  readonly onDrop: (dragged: string, side: DropSide) => void;
}

const dragType = 'application/x-commonplace-tag';

/** A tag of the tree: the keys work on it while it has the focus, and it can be dragged to another place. */
export function TreeRow(props: TreeRowProps) {
  const { item, roving, current, renaming, onRenamed, onFold, onMenu, onDrop } = props;
  const { tag, depth, open } = item;
  const actions = useActions();
  const count = useApp(({ counts }) => counts?.ofTag(tag.id) ?? 0);
  const [side, setSide] = useState<DropSide | null>(null);
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={current}
      aria-expanded={open ?? undefined}
      className="tree-row"
      data-testid="codebook-row"
      data-tag={tag.id}
      data-drop={side}
      style={{ '--depth': Math.min(depth, 12) } as CSSProperties}
      draggable={!renaming}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, tag.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'move';
        setSide(sideOf(event));
      }}
      onDragLeave={() => setSide(null)}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.stopPropagation();
        setSide(null);
        onDrop(event.dataTransfer.getData(dragType), sideOf(event));
      }}
      onContextMenu={(event) => {
        if (renaming) return;
        event.preventDefault();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        const byKey = event.clientX === 0 && event.clientY === 0;
        const at = byKey ? { x: left + 16, y: bottom - 4 } : { x: event.clientX, y: event.clientY };
        onMenu({ ...at, width: 0, height: 0 });
      }}
      onClick={(event) => event.currentTarget.focus({ preventScroll: true })}
      {...roving}
    >
      {open === null ? (
        <span className="tree-gap" />
      ) : (
        <span
          className="tree-fold"
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onFold();
          }}
        >
          <Icon of={open ? ChevronDown : ChevronRight} />
        </span>
      )}
      <Swatch colour={tag.colour} />
      {renaming ? (
        <Rename tag={tag} onRenamed={onRenamed} onSave={(name) => actions.renameTag(tag, name)} />
      ) : (
        <span className="tree-name" dir="auto" title={tag.name.length > 40 ? tag.name : undefined}>
          {tag.name}
        </span>
      )}
      {count > 0 && (
        <span className="tree-count">
          {count}
          <span className="sr-only"> {tagMessages.marksWord(count)}</span>
        </span>
      )}
    </div>
  );
}

interface RenameProps {
  readonly tag: Tag;
  readonly onRenamed: (byKey: boolean) => void;
  readonly onSave: (name: string) => boolean;
}

function Rename({ tag, onRenamed, onSave }: RenameProps) {
  return (
    <InlineEdit
      label={tagMessages.newName}
      value={tag.name}
      longest={120}
      onSave={onSave}
      onEnd={onRenamed}
    />
  );
}

function sideOf({ clientY, currentTarget }: DragEvent): DropSide {
  const { top, height } = currentTarget.getBoundingClientRect();
  const share = (clientY - top) / height;
  if (share < 0.28) return 'before';
  return share > 0.72 ? 'after' : 'into';
}
