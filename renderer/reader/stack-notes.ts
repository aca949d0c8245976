export interface NotePlace {
  /** Where the passage starts. */
  readonly anchor: number;
  readonly height: number;
}

/** Tops for notes in reading order: each beside its passage, pushed down where the one before still stands. */
export function stackNotes(notes: readonly NotePlace[], gap: number): number[] {
  let free = -Infinity;
  return notes.map(({ anchor, height }) => {
    const top = Math.max(anchor, free);
    free = top + height + gap;
    return top;
  });
}
