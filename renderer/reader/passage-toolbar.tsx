import { useLayoutEffect, useRef } from 'react';
import { Copy, Trash2 } from 'lucide-react';
import { KeyHint } from '../commands/key-hint.tsx';
import { useCommands } from '../commands/registry.ts';
import { markColours, type MarkColour } from '../../core/model/colours.ts';
import type { Span } from '../../core/model/span.ts';
import { colourNames } from '../../core/messages/en/tags.ts';
import { readerMessages } from '../../core/messages/en/reader.ts';
import type { Target } from '../state/app-state.ts';
import { useActions } from '../state/context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { moveInToolbar } from '../ui/toolbar-keys.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { placeToolbar } from './toolbar-place.ts';
import type { LiveText } from './live-text.ts';
import './toolbar.css';

interface PassageToolbarProps {
  readonly live: LiveText;
  readonly span: Span;
  readonly target: Target;
  /** The last colour used, or the mark's own. */
  readonly colour: MarkColour;
}

/** Colours, tag, note and copy at a selected passage or an active mark. It takes neither the selection nor the focus. */
export function PassageToolbar({ live, span, target, colour }: PassageToolbarProps) {
  const actions = useActions();
  const commands = useCommands();
  const label = useKeyLabel();
  const onMark = target.kind === 'mark';
  const bar = usePlace(live, span, onMark);

  return (
    <div
      ref={bar}
      role="toolbar"
      data-at-once
      aria-label={onMark ? readerMessages.markToolbar : readerMessages.selectionToolbar}
      className="passage-toolbar"
      data-testid={onMark ? 'mark-toolbar' : 'selection-toolbar'}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveInToolbar}
    >
      {markColours.map((item) => {
        const name = onMark
          ? readerMessages.recolour(colourNames[item])
          : readerMessages.highlightWith(colourNames[item]);
        return (
          <Tooltip
            key={item}
            label={name}
            shortcut={item === colour && !onMark ? label('mark.highlight') : null}
          >
            <button
              type="button"
              className="colour-dot"
              data-colour={item}
              aria-label={name}
              aria-pressed={item === colour}
              tabIndex={item === colour ? 0 : -1}
              onClick={() => actions.highlight(target, item)}
            />
          </Tooltip>
        );
      })}
      <span className="toolbar-line" />
      <button
        type="button"
        className="toolbar-word"
        tabIndex={-1}
        onClick={() => commands.run('mark.tag')}
      >
        {readerMessages.tag} <KeyHint command="mark.tag" />
      </button>
      <button
        type="button"
        className="toolbar-word"
        tabIndex={-1}
        onClick={() => commands.run('mark.note')}
      >
        {readerMessages.note} <KeyHint command="mark.note" />
      </button>
      <IconButton
        label={readerMessages.copy}
        icon={Copy}
        shortcut={label('mark.copy')}
        tabIndex={-1}
        onClick={() => commands.run('mark.copy')}
      />
      {onMark && (
        <IconButton
          label={readerMessages.remove}
          icon={Trash2}
          shortcut={label('mark.remove')}
          tabIndex={-1}
          onClick={() => commands.run('mark.remove')}
        />
      )}
    </div>
  );
}

/** Keeps the toolbar at its passage; the answer is the toolbar's ref. */
function usePlace(live: LiveText, span: Span, onMark: boolean) {
  const bar = useRef<HTMLDivElement>(null);
  const { start, end } = span;
  useLayoutEffect(() => {
    const { view } = live;
    const place = (): void => {
      const element = bar.current;
      const edges = view.edges({ start, end });
      if (element === null) return;
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const room = view.scroller.getBoundingClientRect();
      const at = edges === null ? null : placeToolbar(edges, size, room, onMark);
      element.style.visibility = at === null ? 'hidden' : 'visible';
      if (at === null) return;
      element.style.left = `${at.left}px`;
      element.style.top = `${at.top}px`;
    };
    place();
    const stop = view.onMove(place);
    view.scroller.addEventListener('scroll', place, { passive: true });
    window.addEventListener('resize', place);
    return () => {
      stop();
      view.scroller.removeEventListener('scroll', place);
      window.removeEventListener('resize', place);
    };
  }, [live, start, end, onMark]);
  return bar;
}
