import { memo, useMemo, type MouseEvent } from 'react';
import { Ellipsis } from 'lucide-react';
import { shownColour } from '../../core/edit/retag.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { sidebarMessages } from '../../core/messages/en/sidebar.ts';
import { colourNames } from '../../core/messages/en/tags.ts';
import { ruleMessages } from '../../core/messages/en/rules.ts';
import { taggingMessages } from '../../core/messages/en/tagging.ts';
import { useActions, useApp } from '../state/context.ts';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Box } from '../ui/place-near.ts';
import { sameRoving, type RovingProps } from '../ui/roving-list.tsx';
import { dayLabel } from './day-label.ts';
import { MarkLinks } from './mark-links.tsx';
import { plainNote } from './plain-note.ts';

interface MarkCardProps {
  readonly mark: Annotation;
  readonly roving: RovingProps;
  readonly onMenu: (mark: Annotation, at: Box) => void;
  /** A press with a key held, which chooses; true where it did. */
  readonly onChoose: (event: MouseEvent, mark: Annotation, index: number) => boolean;
}

const shownQuote = 400;

/** A mark in the pane: the passage, its tags and its note. A press goes to it; dragging it out gives the quote. */
export const MarkCard = memo(function MarkCard(props: MarkCardProps) {
  const { mark, roving, onMenu, onChoose } = props;
  const actions = useActions();
  const chosen = useApp((state) => state.chosen.has(mark.id));
  const active = useApp((state) => state.active === mark.id);
  const tags = useApp((state) => state.tags);
  const byLines = useApp(({ settings }) => settings.marksLook === 'lines');
  const note = useMemo(() => plainNote(mark.note), [mark.note]);
  const { quote } = mark.selector;
  const shown = quote.length > shownQuote ? `${quote.slice(0, shownQuote)}…` : quote;
  const named = mark.tags.flatMap((id) => tags.get(id) ?? []);

  return (
    <div className="mark-slot" role="listitem">
      <div
        className="mark-card"
        data-testid="mark-card"
        data-mark={mark.id}
        data-colour={shownColour(mark, tags)}
        data-active={active}
        data-chosen={chosen || undefined}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', quote);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const byKey = event.clientX === 0 && event.clientY === 0;
          const at = byKey ? { x: left + 16, y: top + 28 } : { x: event.clientX, y: event.clientY };
          onMenu(mark, { ...at, width: 0, height: 0 });
        }}
      >
        {/* Lies over the whole card, so that the card is one target and its words stay words. */}
        <button
          type="button"
          className="mark-go"
          aria-label={(chosen ? taggingMessages.chosenMark : sidebarMessages.goTo)(
            shown.slice(0, 120),
          )}
          aria-current={active}
          onClick={(event) => {
            if (actions.endLink(mark)) return;
            if (!onChoose(event, mark, roving['data-roving'])) void actions.showMark(mark);
          }}
          {...roving}
        />
        <q dir="auto">{shown}</q>
        {note !== '' && (
          <p className="mark-note" dir="auto">
            {note}
          </p>
        )}
        <MarkLinks mark={mark} />
        <div className="mark-foot">
          {named.map((tag) => (
            <Chip key={tag.id} name={tag.name} colour={tag.colour} />
          ))}
          {byLines && <span>{colourNames[shownColour(mark, tags)]}</span>}
          {mark.rule != null && <MadeBy rule={mark.rule} />}
          <time dateTime={mark.created}>{dayLabel(mark.created, new Date())}</time>
        </div>
        <button
          type="button"
          className="mark-more"
          tabIndex={roving.tabIndex}
          aria-label={sidebarMessages.actions}
          aria-haspopup="menu"
          onClick={(event) => onMenu(mark, event.currentTarget.getBoundingClientRect())}
        >
          <Icon of={Ellipsis} />
        </button>
      </div>
    </div>
  );
}, sameCard);

function sameCard(a: MarkCardProps, b: MarkCardProps): boolean {
  const same = a.mark === b.mark && a.onMenu === b.onMenu && a.onChoose === b.onChoose;
  return same && sameRoving(a.roving, b.roving);
}

/** The rule that made the mark. */
function MadeBy({ rule }: { rule: string }) {
  const name = useApp(({ items }) => items.get(rule)?.name ?? null);
  return (
    <span className="mark-rule" dir="auto">
      {name === null ? ruleMessages.unknownRule : ruleMessages.byRule(name)}
    </span>
  );
}
