import { useApp } from '../state/context.ts';
import { TagBoxCard } from './tag-box-card.tsx';

/** The tag box, while there is a passage to tag. */
export function TagBox() {
  const overlay = useApp((state) => state.overlay);
  if (overlay?.kind !== 'tag') return null;
  const { target } = overlay;
  const key = target.kind === 'mark' ? target.id : `${target.span.start}-${target.span.end}`;
  return <TagBoxCard key={key} overlay={overlay} />;
}
