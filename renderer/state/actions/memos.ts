import {
  addItem,
  changeItem,
  libraryMemoId,
  newItem,
  removeItem,
  writeMemo,
} from '../../../core/edit/items.ts';
import type { Patch, Stamp } from '../../../core/edit/patch.ts';
import { memoMessages as messages } from '../../../core/messages/en/memos.ts';
import type { DocumentId } from '../../../core/model/document.ts';
import type { AppState } from '../app-state.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** One sitting over a memo: however often it is kept, undo takes all of it back at once. */
export interface MemoSitting {
  /** What the memo said before. */
  readonly text: string;
  readonly keep: (text: string) => void;
  /** Keeps it and says so. */
  readonly end: (text: string) => void;
}

export function createMemoActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  return {
    /** On a text, or on the library with null. */
    startMemo: (document: DocumentId | null): MemoSitting => {
      const before = memoOf(store.getState(), document);
      const id = stamp.id();
      const sitting: Stamp = { ...stamp, id: () => id };
      const keep = (written: string): void => {
        const text = written.trim();
        const state = store.getState();
        if (text === memoOf(state, document)) return;
        const patch = memoPatch(state, document, text, sitting);
        if (patch !== null) editing.commit(patch);
      };
      return {
        text: before,
        keep,
        end: (written) => {
          keep(written);
          if (written.trim() === before) return;
          view.announce(written.trim() === '' ? messages.removed : messages.kept);
        },
      };
    },
  };
}

function memoOf({ documents, items }: AppState, document: DocumentId | null): string {
  if (document !== null) return documents.find(({ id }) => id === document)?.memo ?? '';
  const content = items.get(libraryMemoId)?.content;
  return content?.kind === 'memo' ? content.text : '';
}

/** Null where the text has gone. */
function memoPatch(
  { documents, items }: AppState,
  document: DocumentId | null,
  text: string,
  stamp: Stamp,
): Patch | null {
  if (document !== null) {
    const entry = documents.find(({ id }) => id === document);
    return entry === undefined ? null : writeMemo(entry, text, stamp);
  }
  const item = items.get(libraryMemoId);
  const content = { kind: 'memo', text } as const;
  if (item === undefined) return addItem(newItem('', content, stamp), stamp);
  return text === '' ? removeItem(item, stamp) : changeItem(item, { content }, stamp);
}
