import type { AnnotationId } from '../../core/model/annotation.ts';
import type { TagOverlay } from './app-state.ts';

/** The id of what says how many marks are chosen. */
export const chosenBar = 'chosen-marks';

/** The tag box for the chosen marks, at what says how many they are. */
export function chosenOverlay(ids: readonly AnnotationId[]): TagOverlay {
  const rect = document.getElementById(chosenBar)?.getBoundingClientRect() ?? new DOMRect();
  const { x, y, width, height } = rect;
  return { kind: 'tag', target: { kind: 'marks', ids }, anchor: { x, y, width, height } };
}
