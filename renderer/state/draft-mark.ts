import type { Stamp } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { MarkColour } from '../../core/model/colours.ts';
import type { Span } from '../../core/model/span.ts';
import type { AppState } from './app-state.ts';
import { describePassage } from './passages.ts';

/** A new mark on a span; null where its text is not here yet or empty. */
export function draftMark(
  { document, settings }: AppState,
  span: Span,
  colour: MarkColour,
  stamp: Stamp,
): Annotation | null {
  if (document === null) return null;
  const passage = describePassage(document, span);
  if (passage === null) return null;
  const now = stamp.now();
  return {
    id: stamp.id(),
    document: document.entry.id,
    ...passage,
    colour,
    tags: [],
    note: '',
    author: settings.author,
    created: now,
    modified: now,
  };
}

/** A mark that was made or changed is the active one, and its passage no longer selected. */
export function madeActive({ document }: AppState, mark: Annotation): Partial<AppState> {
  return mark.document === document?.entry.id ? { active: mark.id, selection: null } : {};
}
