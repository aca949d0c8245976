import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { TagId } from '../../core/model/tag.ts';
import { tagMessages } from '../../core/messages/en/tags.ts';
import type { TagChoice } from '../state/actions/tagging.ts';
import type { Overlay } from '../state/app-state.ts';
import { useActions, useApp, useAppStore } from '../state/context.ts';
import { knownMark } from '../state/found-marks.ts';
import { RemovableChip } from '../ui/chip.tsx';
import { Floating } from '../ui/floating.tsx';
import { useFocusReturn } from '../ui/focus.ts';
import { Kbd } from '../ui/kbd.tsx';
import { tagTargets } from '../../core/codebook/tag-targets.ts';
import { keyOf, pickOf, samePicks, suggest, type Pick } from './tag-choices.ts';
import { SuggestionRow } from './suggestion-row.tsx';
import './tag-box.css';

/** Names a passage: letters find a tag or make one, Enter gives it, Tab gives it and goes on. */
export function TagBoxCard({ overlay }: { overlay: Overlay }) {
  const actions = useActions();
  const store = useAppStore();
  const tags = useApp((state) => state.tags);
  const recent = useApp((state) => state.recentTags);
  const [before] = useState(() => tagsOn(overlay, store.getState()));
  const [picked, setPicked] = useState<readonly Pick[]>(before);
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFocusReturn();
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const targets = useMemo(() => tagTargets(tags), [tags]);
  const rows = useMemo(
    () => suggest(query, targets, picked, recent),
    [query, targets, picked, recent],
  );
  // With chips there already and nothing written, Enter means "done": no row is chosen unasked.
  const chosen = moved ?? (query.trim() === '' && picked.length > 0 ? -1 : 0);

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen, rows]);

  const write = (text: string): void => {
    setQuery(text);
    setMoved(null);
  };
  const apply = useCallback(
    (picks: readonly Pick[]): void => {
      actions.closeOverlay();
      if (!samePicks(picks, before)) actions.tag(overlay.target, picks.map(choiceOf));
    },
    [actions, before, overlay.target],
  );
  const keepAndClose = useCallback(() => apply(picked), [apply, picked]);
  const add = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setPicked([...picked, pickOf(row)]);
    write('');
    field.current?.focus();
  };
  const finish = (index: number): void => {
    const row = rows[index];
    apply(row === undefined ? picked : [...picked, pickOf(row)]);
  };
  const move = (by: 1 | -1): void => {
    if (rows.length > 0)
      setMoved((Math.max(chosen, by === 1 ? -1 : 0) + by + rows.length) % rows.length);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const adding = event.key === ',' || (event.key === 'Enter' && event.shiftKey);
    if (event.key === 'Escape') actions.closeOverlay();
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (adding || (event.key === 'Tab' && !event.shiftKey && query.trim() !== ''))
      add(Math.max(chosen, 0));
    else if (event.key === 'Tab' && !event.shiftKey && moved !== null) add(moved);
    else if (event.key === 'Enter') finish(chosen);
    else if (event.key === 'Backspace' && query === '' && picked.length > 0)
      setPicked(picked.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const nameOf = (pick: Pick): string =>
    pick.kind === 'create' ? pick.name : (tags.get(pick.id)?.name ?? '');
  const colourOf = (pick: Pick): string =>
    (pick.kind === 'tag' ? tags.get(pick.id)?.colour : undefined) ?? 'yellow';

  return (
    <Floating
      anchor={overlay.anchor}
      className="tag-box"
      data-testid="tag-box"
      role="dialog"
      aria-label={tagMessages.box}
      onOutside={keepAndClose}
      onKeyDown={(event) => event.key === 'Escape' && actions.closeOverlay()}
    >
      <div className="tag-box-field">
        {picked.map((pick) => (
          <RemovableChip
            key={keyOf(pick)}
            name={nameOf(pick)}
            colour={colourOf(pick)}
            label={tagMessages.takeOff(nameOf(pick))}
            onRemove={() => {
              setPicked(picked.filter((other) => other !== pick));
              field.current?.focus();
            }}
          />
        ))}
        <input
          ref={field}
          role="combobox"
          aria-label={tagMessages.boxInput}
          aria-expanded={rows.length > 0}
          aria-controls="tag-box-list"
          aria-autocomplete="list"
          aria-activedescendant={rows[chosen] === undefined ? undefined : `tag-box-row-${chosen}`}
          placeholder={picked.length === 0 ? tagMessages.placeholder : ''}
          maxLength={120}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd>Enter</Kbd>
      </div>
      <div
        ref={list}
        id="tag-box-list"
        role="listbox"
        aria-label={tagMessages.suggestions}
        className="tag-box-list"
      >
        {rows.map((row, index) => (
          <SuggestionRow
            key={keyOf(pickOf(row))}
            id={`tag-box-row-${index}`}
            row={row}
            chosen={index === chosen}
            onPoint={() => setMoved(index)}
            onChoose={(more) => (more ? add(index) : finish(index))}
          />
        ))}
      </div>
      {rows.length > 0 && (
        <p className="tag-box-hint">
          <Kbd>Tab</Kbd> {tagMessages.boxHint}
        </p>
      )}
    </Floating>
  );
}

/** The tags that the mark has already. */
function tagsOn(
  { target }: Overlay,
  state: ReturnType<ReturnType<typeof useAppStore>['getState']>,
) {
  if (target.kind === 'span') return [];
  const mark = knownMark(state, target.id);
  return (mark?.tags ?? []).map((id: TagId): Pick => ({ kind: 'tag', id }));
}

function choiceOf(pick: Pick): TagChoice {
  return pick.kind === 'tag' ? { id: pick.id } : { create: pick.name };
}
