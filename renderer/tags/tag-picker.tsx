import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { tagTargets } from '../../core/codebook/tag-targets.ts';
import { codebookMessages as messages } from '../../core/messages/en/codebook.ts';
import { useApp } from '../state/context.ts';
import { Floating } from '../ui/floating.tsx';
import { useFocusReturn } from '../ui/focus.ts';
import type { Box } from '../ui/place-near.ts';
import { TagBoxList, tagBoxList, tagBoxRow } from './tag-box-list.tsx';
import { knownTags, type KnownTag } from './tag-choices.ts';
import './tag-box.css';

interface TagPickerProps {
  readonly label: string;
  readonly anchor: Box;
  /** Tags that cannot be chosen. */
  readonly except: readonly TagId[];
  readonly onPick: (tag: Tag) => void;
  readonly onClose: () => void;
}

/** Chooses one tag of the codebook by a few letters of it. */
export function TagPicker({ label, anchor, except, onPick, onClose }: TagPickerProps) {
  const tags = useApp((state) => state.tags);
  const recent = useApp((state) => state.recentTags);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useFocusReturn();
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const targets = useMemo(() => tagTargets(tags), [tags]);
  const rows = useMemo(() => {
    const free = targets.filter(({ tag }) => !except.includes(tag.id));
    return knownTags(query, free, recent);
  }, [query, targets, except, recent]);

  const pick = (row: KnownTag | undefined): void => {
    if (row === undefined) return;
    onClose();
    onPick(row.tag);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') pick(rows[chosen]);
    else if (by !== undefined && rows.length > 0) {
      setChosen((chosen + by + rows.length) % rows.length);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Floating
      anchor={anchor}
      className="tag-box"
      data-testid="tag-picker"
      role="dialog"
      aria-label={label}
      onOutside={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') event.stopPropagation();
      }}
    >
      <p className="tag-picker-label">{label}</p>
      <div className="tag-box-field">
        <input
          ref={field}
          role="combobox"
          aria-label={label}
          aria-expanded={rows.length > 0}
          aria-controls={tagBoxList}
          aria-autocomplete="list"
          aria-activedescendant={rows[chosen] === undefined ? undefined : tagBoxRow(chosen)}
          placeholder={messages.filterTag}
          maxLength={120}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <TagBoxList
        rows={rows}
        chosen={chosen}
        onPoint={setChosen}
        onChoose={(index) => pick(rows[index])}
      />
      {rows.length === 0 && <p className="tag-box-hint">{messages.noneFound}</p>}
    </Floating>
  );
}
