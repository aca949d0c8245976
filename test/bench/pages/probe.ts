import { holds } from './conditions.ts';
import { offsetAt, paintedSpans, visibleSpan } from './painted.ts';
import { paintedOnPicture, textCover } from './pixels.ts';
import {
  activeSpan,
  clockClicks,
  depthOf,
  isFree,
  lineAt,
  placesOnScreen,
  selectSpan,
} from './pointing.ts';
import { rush, scrollStretches } from './scrolling.ts';
import { frameEnd, sinceStart, stillFrames, timeFrom } from './timing.ts';

// What the harness puts into every page it measures, the program's and the others' alike.

const probe = {
  activeSpan,
  clockClicks,
  depthOf,
  frameEnd,
  holds,
  isFree,
  lineAt,
  offsetAt,
  paintedOnPicture,
  paintedSpans,
  placesOnScreen,
  rush,
  scrollStretches,
  selectSpan,
  sinceStart,
  stillFrames,
  textCover,
  timeFrom,
  visibleSpan,
  /** A measurement that was begun and is asked for later. */
  pending: null as Promise<number> | null,
  clock: null as ReturnType<typeof clockClicks> | null,
};

export type Probe = typeof probe;

/** What a peer's page says of itself. */
export interface Peer {
  /** How many marks are drawn now. */
  readonly drawn: () => number;
}

declare global {
  var bench: Probe;
  var peer: Peer | undefined;
}

globalThis.bench = probe;
