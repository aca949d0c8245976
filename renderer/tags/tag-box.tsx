import type { TagOverlay } from '../state/app-state.ts';
import { useApp } from '../state/context.ts';
import { TagBoxCard } from './tag-box-card.tsx';

/** The tag box, while there is a passage to tag. */
export function TagBox() {
  const overlay = useApp((state) => state.overlay);
  if (overlay?.kind !== 'tag') return null;
  return <TagBoxCard key={keyOf(overlay)} overlay={overlay} />;
}

function keyOf({ target }: TagOverlay): string {
  if (target.kind === 'mark') return target.id;
  return target.kind === 'marks' ? target.ids.join() : `${target.span.start}-${target.span.end}`;
}
