import { useCallback, useEffect, useRef, useState } from 'react';
import { noteMessages } from '../../core/messages/en/tags.ts';
import type { AppState, NoteOverlay } from '../state/app-state.ts';
import { passageText } from '../state/passages.ts';
import { useActions, useApp, useAppStore } from '../state/context.ts';
import { knownMark } from '../state/found-marks.ts';
import { Button } from '../ui/button.tsx';
import { Floating } from '../ui/floating.tsx';
import { useFocusReturn } from '../ui/focus.ts';
import { Kbd } from '../ui/kbd.tsx';
import './note-card.css';

/** Writes the note of a passage. Every way out keeps what was written; undo takes it back. */
export function NoteCard({ overlay }: { overlay: NoteOverlay }) {
  const actions = useActions();
  const store = useAppStore();
  const mac = useApp(({ about }) => about?.platform === 'mac');
  const [{ quote, note, colour }] = useState(() => passageOf(overlay, store.getState()));
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusReturn();

  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const save = useCallback((): void => {
    const text = field.current?.value.trim() ?? note;
    actions.closeOverlay();
    if (text !== note) actions.note(overlay.target, text);
  }, [actions, note, overlay.target]);

  return (
    <Floating
      anchor={overlay.anchor}
      className="note-card"
      data-testid="note-editor"
      data-colour={colour}
      role="dialog"
      aria-label={noteMessages.label}
      onOutside={save}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) save();
      }}
      onKeyDown={(event) => {
        const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (event.nativeEvent.isComposing || (!done && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        save();
      }}
    >
      <p className="note-card-quote" dir="auto" title={quote.length > 48 ? quote : undefined}>
        {quote}
      </p>
      <textarea
        ref={field}
        className="note-card-text"
        aria-label={noteMessages.label}
        placeholder={noteMessages.placeholder}
        defaultValue={note}
        maxLength={100_000}
        rows={3}
        dir="auto"
      />
      <div className="note-card-foot">
        <span>{noteMessages.markdown}</span>
        <span className="note-card-keys">
          <Kbd>{mac ? '⌘ Enter' : 'Ctrl Enter'}</Kbd>
          {noteMessages.or}
          <Kbd>Esc</Kbd>
          {noteMessages.saves}
        </span>
        <Button look="accent" onClick={save}>
          {noteMessages.save}
        </Button>
      </div>
    </Floating>
  );
}

/** What the note is about, and what it says so far. */
function passageOf({ target }: NoteOverlay, state: AppState) {
  if (target.kind === 'mark') {
    const mark = knownMark(state, target.id);
    return {
      quote: mark?.selector.quote ?? '',
      note: mark?.note ?? '',
      colour: mark?.colour ?? state.settings.lastColour,
    };
  }
  const { span } = target;
  const passage = state.document === null ? null : passageText(state.document, span);
  const quote =
    passage === null ? '' : passage.text.slice(span.start - passage.from, span.end - passage.from);
  return { quote, note: '', colour: state.settings.lastColour };
}
