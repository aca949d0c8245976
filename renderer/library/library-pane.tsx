import { useMemo, useState } from 'react';
import { Plus } from 'lucide-react';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import { libraryMessages } from '../../core/messages/en/library.ts';
import { fold } from '../../core/text/fold.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Box } from '../ui/place-near.ts';
import { RovingList } from '../ui/roving-list.tsx';
import { DocumentMenu } from './document-menu.tsx';
import { DocumentRow } from './document-row.tsx';
import { readingOrder } from './reading-order.ts';
import './library.css';

const filterFrom = 13;

interface LibraryPaneProps {
  /** The text whose title is being edited. */
  readonly renaming: DocumentId | null;
  readonly onRename: (id: DocumentId | null) => void;
}

/** The texts of the library. */
export function LibraryPane({ renaming, onRename }: LibraryPaneProps) {
  const actions = useActions();
  const documents = useApp((state) => state.documents);
  const places = useApp((state) => state.places);
  const open = useApp(({ document }) => document?.entry.id ?? null);
  const [filter, setFilter] = useState('');
  const [menu, setMenu] = useState<{ entry: DocumentEntry; at: Box } | null>(null);

  const ordered = useMemo(() => readingOrder(documents, places), [documents, places]);
  const shown = useMemo(() => {
    const words = fold(filter).split(/\s+/u).filter(Boolean);
    if (words.length === 0) return ordered;
    return ordered.filter(({ title, sourceName }) => {
      const text = fold(`${title} ${sourceName}`);
      return words.every((word) => text.includes(word));
    });
  }, [ordered, filter]);

  return (
    <section className="library" data-testid="library-pane" aria-labelledby="library-heading">
      <header className="pane-head">
        <h2 id="library-heading">{libraryMessages.heading}</h2>
        {ordered.length > 0 && <span className="pane-count">{ordered.length}</span>}
      </header>
      {ordered.length >= filterFrom && (
        <input
          className="library-filter"
          type="search"
          value={filter}
          placeholder={libraryMessages.filter}
          aria-label={libraryMessages.filter}
          dir="auto"
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
        />
      )}
      {ordered.length === 0 && (
        <Empty title={libraryMessages.emptyTitle}>{libraryMessages.emptyHint}</Empty>
      )}
      {ordered.length > 0 && shown.length === 0 && <Empty>{libraryMessages.noneFound}</Empty>}
      {shown.length > 0 && (
        <RovingList
          label={libraryMessages.heading}
          className="library-list"
          items={shown}
          itemSize={56}
          show={shown.findIndex(({ id }) => id === open)}
          onItemKey={(event, entry) => {
            if (event.key === 'F2') onRename(entry.id);
            else if (event.key === 'Delete') void actions.removeDocument(entry);
            else return;
            event.preventDefault();
          }}
          render={(entry, _, roving) => (
            <DocumentRow
              key={entry.id}
              entry={entry}
              roving={roving}
              renaming={renaming === entry.id}
              onRename={onRename}
              onMenu={(chosen, at) => setMenu({ entry: chosen, at })}
            />
          )}
        />
      )}
      <Button look="quiet" className="library-open" onClick={() => void actions.pickFiles()}>
        <Icon of={Plus} />
        {libraryMessages.openFiles}
        <KeyHint command="file.import" />
      </Button>
      {menu !== null && (
        <DocumentMenu
          {...menu}
          onClose={() => setMenu(null)}
          onRename={() => onRename(menu.entry.id)}
        />
      )}
    </section>
  );
}
