import { markColours } from '../../../core/model/colours.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { newTag } from '../../../core/edit/tags.ts';
import type { Tag } from '../../../core/model/tag.ts';

export function makeTags(count: number, stamp: Stamp): Tag[] {
  return Array.from({ length: count }, (_, n) => {
    const colour = markColours[n % markColours.length] ?? 'yellow';
    return newTag(`Theme ${String(n + 1).padStart(2, '0')}`, colour, null, stamp);
  });
}
