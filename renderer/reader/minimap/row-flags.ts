import { rowOf } from '../../../core/highlight/density.ts';
import type { FindHits } from '../../../core/search/find-query.ts';
import type { OutlineItem } from '../../../core/text/outline.ts';
import type { Scale } from './scale.ts';

/** At most one heading for this many rows: more would be a pattern, not a help. */
const rowsPerHeading = 8;

/** 1 for the rows where a heading starts; the deeper levels only as far as there is room for them. */
export function headingRows(
  outline: readonly OutlineItem[],
  scale: Scale,
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(scale.rows);
  const levels = [...new Set(outline.map(({ level }) => level))].sort((a, b) => b - a);
  const most = scale.rows / rowsPerHeading;
  const deepest = levels.find(
    (level) => outline.filter((item) => item.level <= level).length <= most,
  );
  for (const { level, start } of outline) {
    if (level <= (deepest ?? 0)) rows[rowOf(start, scale.characters, scale.rows)] = 1;
  }
  return rows;
}

/** 1 for the rows where something sought starts. */
export function hitRows(hits: FindHits | null, scale: Scale): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(scale.rows);
  for (const start of hits?.starts ?? []) rows[rowOf(start, scale.characters, scale.rows)] = 1;
  return rows;
}
