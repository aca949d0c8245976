import type { Tag } from '../model/tag.ts';

/** How tags of one parent follow each other: those with a place by it, then the others by name. */
export function siblingOrder(): (a: Tag, b: Tag) => number {
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return (a, b) =>
    places(a.order ?? null, b.order ?? null) ||
    names.compare(a.name, b.name) ||
    (a.id < b.id ? -1 : 1);
}

function places(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}
