import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { paletteMessages as messages } from '../../core/messages/en/palette.ts';
import { paletteKinds, paletteSigns, parsePaletteQuery } from '../../core/palette/palette-query.ts';
import { useActions, useApp } from '../state/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useSelectionReturn } from '../ui/focus.ts';
import { Kbd } from '../ui/kbd.tsx';
import { PaletteOption } from './palette-option.tsx';
import { rowsOf, type PaletteChoice } from './palette-rows.ts';
import { useChoose } from './use-choose.ts';
import { useMarksFound } from './use-marks-found.ts';
import { usePalette } from './use-palette.ts';
import './palette.css';

/** Everything by a few letters: commands, texts, tags, headings, marks. */
export function PaletteDialog() {
  const open = useApp(({ panel }) => panel === 'palette');
  return open ? <Asking /> : null;
}

const rowSize = 32;

function Asking() {
  const actions = useActions();
  const choose = useChoose();
  const marks = useApp((state) => state.marks.ordered());
  const palette = usePalette();
  const [written, setWritten] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const id = useId();
  const query = useMemo(() => parsePaletteQuery(written), [written]);
  const groups = useMemo(() => palette.find(query), [palette, query]);
  const { here, elsewhere } = useMarksFound(query, marks);
  const rows = useMemo(() => rowsOf(groups, here, elsewhere), [groups, here, elsewhere]);
  /** The rows that can be chosen, by their place in the list. */
  const options = useMemo(
    () => rows.flatMap((row, index) => (row.kind === 'title' ? [] : [index])),
    [rows],
  );
  const at = Math.min(chosen, options.length - 1);
  const row = options[at] ?? -1;
  useSelectionReturn();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // The title above the first row is shown with it.
    list.current?.scrollToIndex(at === 0 ? 0 : row, { align: 'nearest' });
  }, [at, row, rows]);

  const write = (text: string): void => {
    setWritten(text);
    setChosen(0);
  };
  const take = (index: number): void => {
    const wanted = rows[index];
    if (wanted !== undefined && wanted.kind !== 'title') choose(wanted);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by === 1 || by === -1) setChosen((at + by + options.length) % Math.max(1, options.length));
    else if (by !== undefined) setChosen(Math.max(0, Math.min(options.length - 1, at + by)));
    else if (event.key === 'Enter') take(row);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      title={messages.title}
      closeLabel={messages.close}
      onClose={() => actions.showPanel(null)}
      className="palette"
    >
      <div data-testid="palette">
        <input
          ref={field}
          className="palette-field"
          role="combobox"
          aria-label={messages.field}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={row < 0 ? undefined : `${id}-${row}`}
          placeholder={messages.placeholder}
          maxLength={300}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={written}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div
          id={`${id}-list`}
          className="palette-list"
          role="listbox"
          aria-label={messages.list}
          data-query={written}
        >
          <Virtualizer
            ref={list}
            data={rows}
            itemSize={rowSize}
            keepMounted={row < 0 ? [] : [row]}
            bufferSize={rowSize * 6}
          >
            {(each, index) =>
              each.kind === 'title' ? (
                <div key={each.key} className="palette-title" role="presentation">
                  <span>{each.text}</span>
                  <span>{each.side}</span>
                </div>
              ) : (
                <PaletteOption
                  key={each.key}
                  id={`${id}-${index}`}
                  row={each}
                  chosen={index === row}
                  place={options.indexOf(index) + 1}
                  of={options.length}
                  onPoint={() => setChosen(options.indexOf(index))}
                  onChoose={(wanted: PaletteChoice) => choose(wanted)}
                />
              )
            }
          </Virtualizer>
        </div>
        {options.length === 0 && (
          <p className="palette-nothing">
            {messages.nothing} {messages.nothingHint}
          </p>
        )}
        <p className="sr-only" role="status">
          {messages.found(options.length)}
        </p>
        <div className="palette-signs">
          {paletteKinds.map((kind) => (
            <button
              key={kind}
              type="button"
              tabIndex={-1}
              aria-pressed={query.only === kind}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => write(`${paletteSigns[kind]}${query.words}`)}
            >
              <Kbd>{paletteSigns[kind]}</Kbd> {messages.kinds[kind]}
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
