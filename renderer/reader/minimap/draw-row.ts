import type { Palette } from './palette.ts';
import { rowHeight } from './scale.ts';

/** Width of the map, CSS px. A colour has its place for good; its tick is broad where the places beside it are free. */
export const mapWidth = 16;
const lanePitch = 2;
const tickWidth = 4;

export interface RowContent {
  readonly row: number;
  /** How strong each colour is here, 0 to 1, in the order of `markColours`. */
  readonly strengths: readonly number[];
  /** Index of the active mark's colour where it starts in this row, else -1. */
  readonly active: number;
  readonly heading: boolean;
  readonly hit: 'none' | 'one' | 'current';
}

export function drawRow(
  context: CanvasRenderingContext2D,
  ratio: number,
  palette: Palette,
  content: RowContent,
): void {
  const { row, strengths, active, heading, hit } = content;
  const top = Math.round(row * rowHeight * ratio);
  const height = Math.round((row + 1) * rowHeight * ratio) - top;
  const line = Math.max(Math.round(ratio), 1);
  const fill = (colour: string, alpha: number, x: number, width: number, tall: number): void => {
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    const left = Math.round(x * ratio);
    context.fillRect(left, top, Math.round((x + width) * ratio) - left, tall);
  };
  context.clearRect(0, top, Math.round(mapWidth * ratio), height);
  if (heading) fill(palette.heading, 1, 0, mapWidth, line);
  strengths.forEach((strength, lane) => {
    if (strength === 0) return;
    const taken = strengths.findIndex((other, at) => at > lane && other > 0);
    const free = taken === -1 ? tickWidth : (taken - lane) * lanePitch;
    const width = Math.min(tickWidth, free);
    fill(palette.marks[lane] ?? '', strength, lane * lanePitch, width, height);
  });
  if (active !== -1) fill(palette.marks[active] ?? '', 1, 0, mapWidth, height);
  if (hit === 'one') fill(palette.hit, 0.6, 0, mapWidth, line);
  if (hit === 'current') fill(palette.hit, 1, 0, mapWidth, height);
}
