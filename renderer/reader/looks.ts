import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { Segment } from '../../core/highlight/segments.ts';

/**
 * The highlights that draw a segment. Each mark keeps its own underline in its lane; the fill is that of the innermost
 * mark, because fills over each other turn into mud.
 */
export function looks(
  { marks }: Segment,
  lanes: ReadonlyMap<AnnotationId, number>,
  active: AnnotationId | null,
): string[] {
  const lane = (mark: Annotation): number => lanes.get(mark.id) ?? 0;
  const line = (mark: Annotation): string => `line-${mark.colour}-${lane(mark)}`;
  const chosen = marks.find((mark) => mark.id === active);
  if (chosen !== undefined) return [`mark-active-${chosen.colour}`, ...marks.map(line)];
  const top = marks.at(-1);
  if (top === undefined) return [];
  const filled = `mark-${top.colour}-${lane(top)}`;
  return marks.length === 1 ? [filled] : [filled, 'overlap', ...marks.slice(0, -1).map(line)];
}
