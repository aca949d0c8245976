import { useMemo, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Plus } from 'lucide-react';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { tagMessages } from '../../core/messages/en/tags.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useActions, useApp } from '../state/context.ts';
import { Empty } from '../ui/empty.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { InlineEdit } from '../ui/inline-edit.tsx';
import type { Box } from '../ui/place-near.ts';
import { RovingList } from '../ui/roving-list.tsx';
import { TagMenu } from './tag-menu.tsx';
import { TagRow } from './tag-row.tsx';
import { tagRows, type TagRow as Row } from './tag-tree.ts';
import './tag-pane.css';

/** A name that is being written: of a tag that is there, or of a new one below `parent`. */
type Writing =
  | { readonly kind: 'rename'; readonly id: TagId }
  | { readonly kind: 'new'; readonly parent: TagId | null };

type Item = (Row & { readonly kind: 'tag' }) | { readonly kind: 'new'; readonly depth: number };

/** The codebook. */
export function TagPane() {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const filtered = useApp(({ filter }) => filter.tag);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [menu, setMenu] = useState<{ tag: Tag; at: Box } | null>(null);
  const rows = useMemo(() => tagRows(tags), [tags]);
  const items = useMemo(() => withNew(rows, writing), [rows, writing]);

  const onItemKey = (event: KeyboardEvent, item: Item): void => {
    if (item.kind !== 'tag') return;
    if (event.key === 'F2') setWriting({ kind: 'rename', id: item.tag.id });
    else if (event.key === 'Delete') void actions.removeTag(item.tag);
    else return;
    event.preventDefault();
  };

  return (
    <section className="tag-pane" data-testid="tag-pane" aria-labelledby="tag-pane-heading">
      <header className="pane-head">
        <h2 id="tag-pane-heading">{tagMessages.heading}</h2>
        <IconButton
          label={tagMessages.newTag}
          icon={Plus}
          size="small"
          className="tag-pane-new"
          onClick={() => setWriting({ kind: 'new', parent: null })}
        />
        {tags.size > 0 && <span className="pane-count">{tags.size}</span>}
      </header>
      {items.length === 0 && (
        <Empty title={tagMessages.emptyTitle}>
          {tagMessages.emptyHint} <KeyHint command="mark.tag" />
        </Empty>
      )}
      {items.length > 0 && (
        <RovingList
          label={tagMessages.heading}
          className="tag-list"
          items={items}
          itemSize={28}
          passOver={({ kind }) => kind === 'new'}
          show={items.findIndex((item) =>
            item.kind === 'new' ? true : writing === null && item.tag.id === filtered,
          )}
          onItemKey={onItemKey}
          render={(item, _, roving) =>
            item.kind === 'tag' ? (
              <TagRow
                key={item.tag.id}
                row={item}
                roving={roving}
                renaming={writing?.kind === 'rename' && writing.id === item.tag.id}
                onRenamed={(byKey) => {
                  // The row has its button again before the focus goes back to it.
                  flushSync(() => setWriting(null));
                  if (byKey) focusRow(item.tag.id);
                }}
                onMenu={(at) => setMenu({ tag: item.tag, at })}
              />
            ) : (
              <div key="new" role="listitem" className="tag-row" data-depth={item.depth}>
                <InlineEdit
                  label={tagMessages.newTagName}
                  value=""
                  longest={120}
                  onSave={(name) =>
                    actions.createTag(name, writing?.kind === 'new' ? writing.parent : null) !==
                    null
                  }
                  onEnd={() => setWriting(null)}
                />
              </div>
            )
          }
        />
      )}
      {menu !== null && (
        <TagMenu
          {...menu}
          onClose={() => setMenu(null)}
          onRename={() => setWriting({ kind: 'rename', id: menu.tag.id })}
          onNewInside={() => setWriting({ kind: 'new', parent: menu.tag.id })}
        />
      )}
    </section>
  );
}

function focusRow(id: TagId): void {
  const row = document.querySelector(`[data-tag="${id}"] [data-roving]`);
  if (row instanceof HTMLElement) row.focus();
}

/** The field for a new tag stands at the top, or right below its parent. */
function withNew(rows: readonly Row[], writing: Writing | null): readonly Item[] {
  const items = rows.map((row): Item => ({ ...row, kind: 'tag' }));
  if (writing?.kind !== 'new') return items;
  const above = rows.findIndex(({ tag }) => tag.id === writing.parent);
  const depth = (rows[above]?.depth ?? -1) + 1;
  return items.toSpliced(above + 1, 0, { kind: 'new', depth });
}
