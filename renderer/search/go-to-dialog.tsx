import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { searchMessages as messages } from '../../core/messages/en/search.ts';
import { placesFor, type Place } from '../../core/search/places.ts';
import { headingPath } from '../../core/text/outline.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { useActions, useApp } from '../state/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { paragraphAt } from './paragraph-at.ts';
import './go-to.css';

/** Asks for a place of the text in words or numbers, and goes there. */
export function GoToDialog() {
  const open = useApp(({ panel }) => panel === 'go-to');
  const document = useApp((state) => state.document);
  return open && document !== null ? <Asking document={document} /> : null;
}

function Asking({ document: open }: { document: OpenDocument }) {
  const actions = useActions();
  const [written, setWritten] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const places = useMemo(
    () =>
      placesFor(written, {
        length: open.entry.characters,
        outline: open.outline,
        pages: open.pages?.infos ?? [],
        paragraph: (number) => paragraphAt(open, number),
      }),
    [written, open],
  );
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen, places]);

  const close = (): void => actions.showPanel(null);
  const go = (place: Place | undefined): void => {
    if (place === undefined) return;
    close();
    if (place.kind === 'page') actions.goToPage(place.index);
    else actions.travelTo(place.span);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && places.length > 0) {
      setChosen((chosen + by + places.length) % places.length);
    } else if (event.key === 'Enter') go(places[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={messages.goTo} closeLabel={messages.close} onClose={close} className="go-to">
      <div data-testid="go-to">
        <input
          ref={field}
          className="go-to-field"
          role="combobox"
          aria-label={messages.goToField}
          aria-expanded={places.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={places.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder={messages.goToPlaceholder}
          maxLength={300}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={written}
          onChange={(event) => {
            setWritten(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          ref={list}
          id={`${id}-list`}
          className="go-to-list"
          role="listbox"
          aria-label={messages.places}
        >
          {places.map((place, index) => (
            <div
              key={`${place.kind} ${place.kind === 'page' ? place.index : place.span.start}`}
              id={`${id}-${index}`}
              className="go-to-place"
              role="option"
              aria-selected={index === chosen}
              onPointerMove={() => setChosen(index)}
              onClick={() => go(place)}
            >
              <span dir="auto" className="go-to-name">
                {nameOf(place)}
              </span>
              <span dir="auto" className="go-to-under">
                {underOf(place, open)}
              </span>
            </div>
          ))}
        </div>
        {places.length === 0 && (
          <p className="go-to-nowhere" role="status">
            {written.trim() === '' ? messages.nowhereHint : messages.nowhere}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function nameOf(place: Place): string {
  switch (place.kind) {
    case 'page':
      return messages.page(place.label, place.index);
    case 'heading':
      return place.item.text;
    case 'percent':
      return messages.percent(place.share);
    case 'paragraph':
      return messages.paragraph(place.number);
    case 'character':
      return messages.character(place.offset);
  }
}

/** The heading above, so that the reader knows the place before going there. */
function underOf(place: Place, { outline }: OpenDocument): string {
  const path = headingPath(outline, place.span.start);
  const above = place.kind === 'heading' ? path.at(-2) : path.at(-1);
  return above === undefined ? '' : messages.under(above.text);
}
