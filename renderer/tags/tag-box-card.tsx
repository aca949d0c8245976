import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { tagTargets } from '../../core/codebook/tag-targets.ts';
import { tagMessages } from '../../core/messages/en/tags.ts';
import type { TagOverlay } from '../state/app-state.ts';
import { useActions, useApp, useAppStore } from '../state/context.ts';
import { Floating } from '../ui/floating.tsx';
import { useFocusReturn } from '../ui/focus.ts';
import { Kbd } from '../ui/kbd.tsx';
import { TagBoxChips } from './tag-box-chips.tsx';
import { TagBoxList, tagBoxList, tagBoxRow } from './tag-box-list.tsx';
import { mostSuggestions, pickOf, samePicks, suggest } from './tag-choices.ts';
import { changesBetween, choicesOf, picksOn, type Picks } from './tag-picks.ts';
import './tag-box.css';

/** Names a passage, or several: letters find a tag or make one, Enter gives it, Tab gives it and goes on. */
export function TagBoxCard({ overlay }: { overlay: TagOverlay }) {
  const actions = useActions();
  const store = useAppStore();
  const tags = useApp((state) => state.tags);
  const recent = useApp((state) => state.recentTags);
  const closed = useApp(({ settings }) => settings.closedCodebook);
  const { target } = overlay;
  const count = target.kind === 'marks' ? target.ids.length : 1;
  const [before] = useState(() => picksOn(target, store.getState()));
  const [picks, setPicks] = useState<Picks>(before);
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useFocusReturn();
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const targets = useMemo(() => tagTargets(tags), [tags]);
  const rows = useMemo(
    () => suggest(query, targets, picks.all, recent, closed),
    [query, targets, picks.all, recent, closed],
  );
  // With chips there already and nothing written, Enter means "done": no row is chosen unasked.
  const picked = picks.all.length + picks.some.length > 0;
  const chosen = moved ?? (query.trim() === '' && picked ? -1 : 0);

  const change = (next: Picks): void => {
    setPicks(next);
    field.current?.focus();
  };
  const write = (text: string): void => {
    setQuery(text);
    setMoved(null);
  };
  const apply = useCallback(
    (next: Picks): void => {
      actions.closeOverlay();
      if (target.kind === 'marks') actions.tagMarks(target.ids, changesBetween(before, next));
      else if (!samePicks(next.all, before.all)) actions.tag(target, choicesOf(next.all));
    },
    [actions, before, target],
  );
  const keepAndClose = useCallback(() => apply(picks), [apply, picks]);
  const withRow = (index: number): Picks => {
    const row = rows[index];
    if (row === undefined) return picks;
    const pick = pickOf(row);
    const some = picks.some.filter(({ id }) => pick.kind === 'create' || id !== pick.id);
    return { all: [...picks.all, pick], some };
  };
  const add = (index: number): void => {
    if (rows[index] === undefined) return;
    change(withRow(index));
    write('');
  };
  const arm = (index: number): void => {
    const row = rows[Math.max(index, 0)];
    if (row?.kind !== 'tag') return;
    actions.closeOverlay();
    actions.arm(row.tag.id);
  };
  const move = (by: 1 | -1): void => {
    if (rows.length > 0)
      setMoved((Math.max(chosen, by === 1 ? -1 : 0) + by + rows.length) % rows.length);
  };
  const takeLast = (): void =>
    setPicks(
      picks.some.length > 0
        ? { ...picks, some: picks.some.slice(0, -1) }
        : { ...picks, all: picks.all.slice(0, -1) },
    );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const adding = event.key === ',' || (event.key === 'Enter' && event.shiftKey);
    if (event.key === 'Escape') actions.closeOverlay();
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && event.altKey) arm(chosen);
    else if (adding || (event.key === 'Tab' && !event.shiftKey && query.trim() !== ''))
      add(Math.max(chosen, 0));
    else if (event.key === 'Tab' && !event.shiftKey && moved !== null) add(moved);
    else if (event.key === 'Enter') apply(withRow(chosen));
    else if (event.key === 'Backspace' && query === '' && picked) takeLast();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Floating
      anchor={overlay.anchor}
      className="tag-box"
      data-testid="tag-box"
      role="dialog"
      aria-label={count === 1 ? tagMessages.box : tagMessages.boxFor(count)}
      onOutside={keepAndClose}
      onKeyDown={(event) => event.key === 'Escape' && actions.closeOverlay()}
    >
      {count > 1 && <p className="tag-box-count">{tagMessages.boxFor(count)}</p>}
      <div className="tag-box-field">
        <TagBoxChips picks={picks} count={count} onChange={change} />
        <input
          ref={field}
          role="combobox"
          aria-label={tagMessages.boxInput}
          aria-expanded={rows.length > 0}
          aria-controls={tagBoxList}
          aria-autocomplete="list"
          aria-activedescendant={rows[chosen] === undefined ? undefined : tagBoxRow(chosen)}
          placeholder={picked ? '' : tagMessages.placeholder}
          maxLength={600}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd>Enter</Kbd>
      </div>
      <TagBoxList
        rows={rows}
        chosen={chosen}
        onPoint={setMoved}
        onChoose={(index, more) => (more ? add(index) : apply(withRow(index)))}
      />
      {closed && rows.length === 0 && (
        <p className="tag-box-hint" role="status">
          {tagMessages.closed}
        </p>
      )}
      {rows.length > 0 && (
        <p className="tag-box-hint">
          <span>
            <Kbd>Tab</Kbd> {tagMessages.boxHint}
          </span>
          {rows.length >= mostSuggestions ? (
            <span>{tagMessages.typeOn}</span>
          ) : (
            <span>
              <Kbd>Alt Enter</Kbd> {tagMessages.armHint}
            </span>
          )}
        </p>
      )}
    </Floating>
  );
}
