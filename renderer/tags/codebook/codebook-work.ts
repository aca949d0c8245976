import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { useActions, useAppStore } from '../../state/context.ts';
import type { Box } from '../../ui/place-near.ts';

/** A name that is being written: of a tag that is there, or of a new one below `parent`. */
export type Writing =
  | { readonly kind: 'rename'; readonly id: TagId }
  | { readonly kind: 'new'; readonly parent: TagId | null };

/** What is asked for before a tag can be merged or split: the other tag, or its name. */
export interface Asking {
  readonly kind: 'merge' | 'split';
  readonly tag: Tag;
  readonly at: Box;
}

/** What can be done with a tag in the tree, by keys, menu and buttons alike. */
export interface TagWork {
  readonly writing: Writing | null;
  readonly asking: Asking | null;
  readonly write: (writing: Writing) => void;
  /** The focus goes to the tag that was written; `byKey` is false where the reader pressed somewhere else. */
  readonly endWriting: (byKey: boolean) => void;
  readonly create: (name: string) => boolean;
  readonly ask: (kind: Asking['kind'], tag: Tag) => void;
  readonly endAsking: () => void;
  readonly remove: (tag: Tag) => void;
  /** False where the key means nothing here. */
  readonly onKey: (key: string, tag: Tag) => boolean;
}

export function useTagWork(): TagWork {
  const actions = useActions();
  const store = useAppStore();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const last = useRef<TagId | null>(null);

  const ask = (kind: Asking['kind'], tag: Tag): void => {
    const { split } = store.getState();
    // A review that was left goes on.
    if (kind === 'split' && split?.tag === tag.id) actions.openSplit(tag.id);
    else setAsking({ kind, tag, at: rowBox(tag.id) });
  };
  const remove = (tag: Tag): void => void actions.removeTag(tag);
  const keys: Partial<Record<string, (tag: Tag) => void>> = {
    Enter: (tag) => actions.openPassages({ tag: tag.id }),
    F2: (tag) => setWriting({ kind: 'rename', id: tag.id }),
    Delete: remove,
    m: (tag) => ask('merge', tag),
    s: (tag) => ask('split', tag),
    n: (tag) => setWriting({ kind: 'new', parent: tag.parent }),
    i: (tag) => setWriting({ kind: 'new', parent: tag.id }),
  };
  return {
    writing,
    asking,
    write: setWriting,
    endWriting: (byKey) => {
      // The row must be there before it can take the focus.
      flushSync(() => setWriting(null));
      const id = writing?.kind === 'rename' ? writing.id : (last.current ?? writing?.parent);
      last.current = null;
      if (byKey) focusRow(id ?? null);
    },
    create: (name) => {
      const id = actions.createTag(name, writing?.kind === 'new' ? writing.parent : null);
      last.current = id;
      return id !== null;
    },
    ask,
    endAsking: () => setAsking(null),
    remove,
    onKey: (key, tag) => {
      const run = keys[key];
      run?.(tag);
      return run !== undefined;
    },
  };
}

/** A row that has just come is drawn hidden until it is measured: it takes the focus some frames later at most. */
function focusRow(id: TagId | null, tries = 12): void {
  const row = id === null ? firstRow() : rowOf(id);
  row?.focus();
  if (row !== null && document.activeElement === row) return;
  if (tries === 0) firstRow()?.focus();
  else requestAnimationFrame(() => focusRow(id, tries - 1));
}

function firstRow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.codebook-tree [tabindex="0"]');
}

function rowOf(id: TagId | null): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.codebook-tree [data-tag="${id}"]`);
}

function rowBox(id: TagId): Box {
  const rect = rowOf(id)?.getBoundingClientRect();
  return rect === undefined
    ? { x: 40, y: 80, width: 0, height: 0 }
    : { x: rect.x + 24, y: rect.y, width: 0, height: rect.height };
}
