import { flushSync } from 'react-dom';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import { libraryMessages } from '../../core/messages/en/library.ts';
import { useActions, useApp } from '../state/context.ts';
import { InlineEdit } from '../ui/inline-edit.tsx';
import type { Box } from '../ui/place-near.ts';
import type { RovingProps } from '../ui/roving-list.tsx';
import { kindLine } from './reading-order.ts';

interface DocumentRowProps {
  readonly entry: DocumentEntry;
  readonly roving: RovingProps;
  readonly renaming: boolean;
  readonly onRename: (id: DocumentId | null) => void;
  readonly onMenu: (entry: DocumentEntry, at: Box) => void;
}

/** A text of the library: its title, what it is, how much of it is read and how many marks it has. */
export function DocumentRow({ entry, roving, renaming, onRename, onMenu }: DocumentRowProps) {
  const actions = useActions();
  const current = useApp(({ document, opening }) => (opening ?? document?.entry.id) === entry.id);
  const progress = useApp(({ places }) => places[entry.id]?.progress ?? 0);
  const count = useApp(({ counts }) => counts?.ofDocument(entry.id) ?? 0);

  if (renaming) {
    return (
      <div role="listitem" className="library-row">
        <InlineEdit
          label={libraryMessages.newTitle}
          value={entry.title}
          longest={500}
          onSave={(title) => {
            void actions.renameDocument(entry.id, title);
            return true;
          }}
          onEnd={(byKey) => {
            flushSync(() => onRename(null));
            if (byKey) focusRow(entry.id);
          }}
        />
      </div>
    );
  }
  return (
    <div role="listitem" data-document={entry.id}>
      <button
        type="button"
        className="library-row"
        aria-current={current}
        title={entry.title.length > 26 ? entry.title : undefined}
        onClick={() => void actions.openDocument(entry.id)}
        onContextMenu={(event) => {
          event.preventDefault();
          event.currentTarget.focus();
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          // The menu key has no point of its own.
          const byKey = event.clientX === 0 && event.clientY === 0;
          const at = byKey
            ? { x: left + 16, y: bottom - 8 }
            : { x: event.clientX, y: event.clientY };
          onMenu(entry, { ...at, width: 0, height: 0 });
        }}
        {...roving}
      >
        <span className="library-title" dir="auto">
          {entry.title}
        </span>
        {count > 0 && (
          <span className="library-count">
            {count}
            <span className="sr-only"> {libraryMessages.marksWord(count)}</span>
          </span>
        )}
        <span className="library-kind">{kindLine(entry, progress)}</span>
        <span className="library-bar" aria-hidden>
          <span style={{ inlineSize: `${Math.round(progress * 100)}%` }} />
        </span>
      </button>
    </div>
  );
}

function focusRow(id: DocumentId): void {
  const row = document.querySelector(`[data-document="${id}"] [data-roving]`);
  if (row instanceof HTMLElement) row.focus();
}
