import { lazy, memo, Suspense } from 'react';
import { shownColour } from '../../core/edit/retag.ts';
import { readerMessages } from '../../core/messages/en/reader.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { useActions, useApp } from '../state/context.ts';
import { Chip } from '../ui/chip.tsx';

// Markdown is read only once a note stands in the margin.
const NoteText = lazy(async () => ({ default: (await import('./note-text.tsx')).NoteText }));

interface MarginNoteProps {
  readonly mark: Annotation;
  readonly active: boolean;
}

/** The tags and the note of one mark, in its hue; whole when the mark is active. */
export const MarginNote = memo(function MarginNote({ mark, active }: MarginNoteProps) {
  const { activate } = useActions();
  const tags = useApp((state) => state.tags);
  return (
    <div
      className="margin-note"
      data-testid="margin-note"
      data-colour={shownColour(mark, tags)}
      data-active={active || undefined}
      onClick={() => activate(mark.id)}
    >
      <button
        type="button"
        className="sr-only"
        aria-pressed={active}
        onClick={() => activate(mark.id)}
      >
        {readerMessages.marginNote(mark.selector.quote.slice(0, 60))}
      </button>
      {mark.tags.length > 0 && (
        <div className="margin-chips">
          {mark.tags.map((id) => {
            const tag = tags.get(id);
            return tag === undefined ? null : <Chip key={id} name={tag.name} colour={tag.colour} />;
          })}
        </div>
      )}
      {mark.note !== '' && (
        <div className="margin-text" dir="auto">
          <Suspense fallback={mark.note}>
            <NoteText note={mark.note} />
          </Suspense>
        </div>
      )}
    </div>
  );
});
