import { Ellipsis } from 'lucide-react';
import { tagMessages } from '../../core/messages/en/tags.ts';
import { useActions, useApp } from '../state/context.ts';
import { Swatch } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { InlineEdit } from '../ui/inline-edit.tsx';
import type { Box } from '../ui/place-near.ts';
import type { RovingProps } from '../ui/roving-list.tsx';
import type { TagRow as Row } from './tag-tree.ts';

interface TagRowProps {
  readonly row: Row;
  readonly roving: RovingProps;
  readonly renaming: boolean;
  readonly onRenamed: (byKey: boolean) => void;
  readonly onMenu: (at: Box) => void;
}

const deepest = 6;

/** A tag of the codebook; a press filters the marks by it. */
export function TagRow({ row, roving, renaming, onRenamed, onMenu }: TagRowProps) {
  const { tag, depth } = row;
  const actions = useActions();
  const filtered = useApp(({ filter }) => filter.tag === tag.id);
  const count = useApp(({ counts }) => counts?.ofTag(tag.id) ?? 0);
  const paneOpen = useApp(({ settings }) => settings.marksPane);

  const toggle = (): void => {
    actions.setFilter({ tag: filtered ? null : tag.id });
    if (!filtered && !paneOpen) void actions.changeSettings({ marksPane: true });
  };
  return (
    <div
      role="listitem"
      className="tag-row"
      data-testid="tag-row"
      data-tag={tag.id}
      data-depth={Math.min(depth, deepest)}
      data-filtered={filtered}
      onContextMenu={(event) => {
        if (renaming) return;
        event.preventDefault();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        const byKey = event.clientX === 0 && event.clientY === 0;
        const at = byKey ? { x: left + 16, y: bottom - 4 } : { x: event.clientX, y: event.clientY };
        onMenu({ ...at, width: 0, height: 0 });
      }}
    >
      {renaming ? (
        <>
          <Swatch colour={tag.colour} />
          <InlineEdit
            label={tagMessages.newName}
            value={tag.name}
            longest={120}
            onSave={(name) => actions.renameTag(tag, name)}
            onEnd={onRenamed}
          />
        </>
      ) : (
        <>
          <button
            type="button"
            className="tag-main"
            aria-pressed={filtered}
            title={tag.name.length > 24 ? tag.name : undefined}
            onClick={toggle}
            {...roving}
          >
            <Swatch colour={tag.colour} />
            <span className="tag-name" dir="auto">
              {tag.name}
            </span>
            {count > 0 && (
              <span className="tag-count">
                {count}
                <span className="sr-only"> {tagMessages.marksWord(count)}</span>
              </span>
            )}
          </button>
          <button
            type="button"
            className="tag-more"
            tabIndex={roving.tabIndex}
            aria-label={tagMessages.actions(tag.name)}
            aria-haspopup="menu"
            onClick={(event) => onMenu(event.currentTarget.getBoundingClientRect())}
          >
            <Icon of={Ellipsis} />
          </button>
        </>
      )}
    </div>
  );
}
