import type { Zoom } from '../../../core/model/page-look.ts';

/** CSS px to a point at a zoom of 1. */
export const pxPerPoint = 96 / 72;
/** Room beside the pages, px: the desk, and the column of notes. */
const desk = 68;
const noteColumn = 206;
/** From here on the pages leave room for the notes beside them, px. */
const roomForNotes = 900;
/** Desk above and below a page that is shown whole, px. */
const deskAbove = 32;

const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8];

/** CSS px, or points of a page. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface PageScale {
  /** CSS px to a point. */
  readonly scale: number;
  readonly notes: boolean;
  /** Of the widest page, CSS px. */
  readonly width: number;
}

export function pageScale(pages: readonly Room[], zoom: Zoom, room: Room): PageScale {
  const widest = pages.reduce((most, { width }) => Math.max(most, width), 1);
  const highest = pages.reduce((most, { height }) => Math.max(most, height), 1);
  const free = room.width - desk - (room.width >= roomForNotes ? noteColumn : 0);
  const byWidth = Math.max(free, 120) / widest;
  const byPage = Math.min(byWidth, Math.max(room.height - deskAbove, 120) / highest);
  const scale = { width: byWidth, page: byPage }[String(zoom)] ?? Number(zoom) * pxPerPoint;
  const width = Math.floor(widest * scale);
  return { scale, notes: room.width >= width + desk + noteColumn, width };
}

/** The next size up or down in the usual steps. */
export function zoomStep(scale: number, by: 1 | -1): number {
  const zoom = scale / pxPerPoint;
  const next =
    by === 1
      ? steps.find((step) => step > zoom * 1.02)
      : steps.findLast((step) => step < zoom * 0.98);
  return next ?? (by === 1 ? (steps.at(-1) ?? 1) : (steps[0] ?? 1));
}
