import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { FoundRow } from '../../core/contract.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { linkMessages as messages } from '../../core/messages/en/links.ts';
import { activeMark } from '../state/app-state.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import './link-dialog.css';

const kinds = ['supports', 'contradicts', 'same', 'own'] as const;

/** Asks how the active mark belongs to another, and for the other. */
export function LinkDialog() {
  const open = useApp(({ panel }) => panel === 'link');
  const mark = useApp(activeMark);
  return open && mark !== null ? <Asking mark={mark} /> : null;
}

function Asking({ mark }: { mark: Annotation }) {
  const actions = useActions();
  const [kind, setKind] = useState<(typeof kinds)[number]>('supports');
  const [own, setOwn] = useState('');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const rows = useMarksWith(query, mark);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, rows]);

  const words = kind === 'own' ? own.trim() : kind;
  const marks = rows.flatMap((row) => (row.kind === 'mark' ? row.mark : []));
  const close = (): void => actions.showPanel(null);
  const choose = (other: Annotation | undefined): void => {
    if (other !== undefined && words !== '' && actions.linkMarks(mark, other, words)) close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && marks.length > 0) {
      setChosen((chosen + by + marks.length) % marks.length);
    } else if (event.key === 'Enter') choose(marks[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={messages.title} closeLabel={messages.close} onClose={close} className="linker">
      <div className="linker-inside" data-testid="link-dialog">
        <p className="linker-quote" dir="auto">
          {mark.selector.quote.slice(0, 300)}
        </p>
        <Segments
          label={messages.kind}
          options={kinds}
          names={messages.kinds}
          value={kind}
          onChoose={setKind}
        />
        {kind === 'own' && (
          <input
            className="linker-field"
            aria-label={messages.ownWords}
            placeholder={messages.ownPlaceholder}
            maxLength={60}
            dir="auto"
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
        )}
        <input
          ref={field}
          className="linker-field"
          role="combobox"
          aria-label={messages.field}
          aria-expanded={marks.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={marks.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder={messages.placeholder}
          maxLength={300}
          dir="auto"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          ref={list}
          id={`${id}-list`}
          className="linker-list"
          role="listbox"
          aria-label={messages.list}
        >
          {rows.map((row) => {
            if (row.kind === 'title') {
              return (
                <div key={row.document} className="linker-title" role="presentation" dir="auto">
                  {row.title}
                </div>
              );
            }
            const index = marks.indexOf(row.mark);
            return (
              <div
                key={row.mark.id}
                id={`${id}-${index}`}
                className="linker-mark"
                data-colour={row.mark.colour}
                role="option"
                aria-selected={index === chosen}
                dir="auto"
                onPointerMove={() => setChosen(index)}
                onClick={() => choose(row.mark)}
              >
                {row.mark.selector.quote.slice(0, 200)}
              </div>
            );
          })}
        </div>
        {marks.length === 0 && <p role="status">{messages.nothing}</p>}
        <Button
          look="quiet"
          disabled={words === ''}
          onClick={() => {
            close();
            actions.armLink({ from: mark, kind: words });
          }}
        >
          {messages.inText}
        </Button>
      </div>
    </Dialog>
  );
}

/** The other marks of the library that have the words, under the titles of their texts. */
function useMarksWith(query: string, mark: Annotation): readonly FoundRow[] {
  const { marksWith, fail } = useActions();
  const [rows, setRows] = useState<readonly FoundRow[]>([]);
  useEffect(() => {
    let asked = true;
    void marksWith(query).then((reply) => {
      if (!asked) return;
      if (reply.ok) setRows(reply.value.filter((row) => !isMark(row, mark)));
      else fail(reply.error);
    });
    return () => {
      asked = false;
    };
  }, [query, mark, marksWith, fail]);
  return rows;
}

function isMark(row: FoundRow, mark: Annotation): boolean {
  return row.kind === 'mark' && row.mark.id === mark.id;
}
