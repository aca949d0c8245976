import { useApp } from '../state/context.ts';
import { NoteCard } from './note-card.tsx';

/** The note editor, while there is a passage to write about. */
export function NoteEditor() {
  const overlay = useApp((state) => state.overlay);
  if (overlay?.kind !== 'note') return null;
  const { target } = overlay;
  const key = target.kind === 'mark' ? target.id : `${target.span.start}-${target.span.end}`;
  return <NoteCard key={key} overlay={overlay} />;
}
