import { memo, useEffect, useMemo } from 'react';
import { Check, Ellipsis, Star } from 'lucide-react';
import type { PassageRow } from '../../../core/contract.ts';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { useActions, useApp } from '../../state/context.ts';
import { asShown } from '../../state/shown-marks.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Box } from '../../ui/place-near.ts';
import { sameRoving, type RovingProps } from '../../ui/roving-list.tsx';
import { dayName } from '../../ui/when.ts';
import { PassageText } from './passage-text.tsx';

export type Passage = Extract<PassageRow, { kind: 'mark' }>;
/** A row of the list, or one that is still to come. */
export type PassageItem = PassageRow | { readonly kind: 'waiting' };

interface PassageRowProps {
  readonly item: PassageItem;
  readonly row: number;
  readonly version: number;
  readonly roving: RovingProps;
  readonly chosen: boolean;
  readonly onOpen: (mark: Annotation) => void;
  readonly onToggle: (row: number, extend: boolean) => void;
  readonly onMenu: (passage: Passage, at: Box) => void;
}

/** One row of the passages; once it is drawn, the rows around it are asked for where they lack. */
export function PassageRowView(props: PassageRowProps) {
  const { item, row, version, roving } = props;
  const { showPassage } = useActions();
  useEffect(() => void showPassage(row), [showPassage, row, version]);
  if (item.kind === 'mark') return <Card {...props} passage={item} />;
  if (item.kind === 'title') {
    return (
      <div role="listitem" className="passage-title">
        <h3 dir="auto">{item.title}</h3>
        <span>{item.count}</span>
      </div>
    );
  }
  return (
    <div role="listitem" className="passage-slot">
      <div className="passage passage-waiting" {...roving}>
        {messages.waiting}
      </div>
    </div>
  );
}

const Card = memo(function Card(props: PassageRowProps & { readonly passage: Passage }) {
  const { passage, row, roving, chosen, onOpen, onToggle, onMenu } = props;
  const { mark } = passage;
  const tags = useApp((state) => state.tags);
  const title = useApp(({ documents, passageQuery }) =>
    passageQuery.order === 'reading'
      ? null
      : documents.find(({ id }) => id === mark.document)?.title,
  );
  const example = useApp(({ passageQuery }) =>
    passageQuery.tag === null
      ? false
      : (tags.get(passageQuery.tag)?.examples ?? []).some((each) => each.mark === mark.id),
  );
  const named = useMemo(() => mark.tags.flatMap((id) => tags.get(id) ?? []), [mark.tags, tags]);
  const short = mark.selector.quote.slice(0, 120);
  return (
    <div role="listitem" className="passage-slot">
      <div
        className="passage"
        data-testid="passage"
        data-mark={mark.id}
        data-colour={asShown(mark, tags).colour}
        data-chosen={chosen}
        onContextMenu={(event) => {
          event.preventDefault();
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const byKey = event.clientX === 0 && event.clientY === 0;
          const at = byKey ? { x: left + 40, y: top + 28 } : { x: event.clientX, y: event.clientY };
          onMenu(passage, { ...at, width: 0, height: 0 });
        }}
      >
        {/* Lies over the whole card, so that the card is one target and its words stay words. */}
        <button
          type="button"
          className="passage-go"
          aria-label={chosen ? messages.chosenName(short) : messages.goTo(short)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) onToggle(row, event.shiftKey);
            else onOpen(mark);
          }}
          {...roving}
        />
        <button
          type="button"
          role="checkbox"
          aria-checked={chosen}
          aria-label={messages.choose(short)}
          tabIndex={-1}
          className="passage-check"
          onClick={(event) => onToggle(row, event.shiftKey)}
        >
          {chosen && <Icon of={Check} />}
        </button>
        <div className="passage-body">
          <PassageText passage={passage} />
          {mark.note.trim() !== '' && (
            <p className="passage-note" dir="auto">
              {mark.note}
            </p>
          )}
          <div className="passage-foot">
            {example && <Icon of={Star} className="passage-star" />}
            {example && <span className="sr-only">{messages.exampleMade}</span>}
            {named.map((tag) => (
              <Chip key={tag.id} name={tag.name} colour={tag.colour} />
            ))}
            {title !== null && title !== undefined && (
              <span className="passage-from" dir="auto">
                {title}
              </span>
            )}
            <time dateTime={mark.created}>{dayName(mark.created, new Date())}</time>
          </div>
        </div>
        <button
          type="button"
          className="passage-more"
          tabIndex={roving.tabIndex}
          aria-label={messages.actions}
          aria-haspopup="menu"
          onClick={(event) => onMenu(passage, event.currentTarget.getBoundingClientRect())}
        >
          <Icon of={Ellipsis} />
        </button>
      </div>
    </div>
  );
}, sameCard);

/** Its functions are other ones for each drawing; the row knows itself by its place. */
function sameCard(a: PassageRowProps & { passage: Passage }, b: typeof a): boolean {
  return (
    a.passage.mark === b.passage.mark &&
    a.row === b.row &&
    a.chosen === b.chosen &&
    a.onToggle === b.onToggle &&
    a.onOpen === b.onOpen &&
    sameRoving(a.roving, b.roving)
  );
}
