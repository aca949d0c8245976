import { expandSpan, shrinkSpan, unitAt } from '../../core/text/caret-span.ts';
import type { CaretUnit } from '../../core/text/caret-page.ts';
import { moveCaret, seekEdge } from '../../core/text/caret.ts';
import type { Span } from '../../core/model/span.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { findAround } from '../state/caret-pages.ts';

/** Where a step of the caret leads; `missing`: into text that is not here yet; null: nowhere. */
export type Step = number | 'missing' | null;

export function stepOf(open: OpenDocument, from: number, unit: CaretUnit, by: 1 | -1): Step {
  return pointOf(findAround(open, from, by, (page) => pointAt(moveCaret(page, from, unit, by))));
}

/**
 * Where a selection ends that is taken further by a unit: whole units are selected, so it goes to ends where the moving
 * end is the later one, else to starts. A heading takes in all up to the next one.
 */
export function extensionOf(
  open: OpenDocument,
  { anchor, focus }: { readonly anchor: number; readonly focus: number },
  unit: CaretUnit,
  by: 1 | -1,
): Step {
  const forward = focus === anchor ? by === 1 : focus > anchor;
  const side = forward && unit !== 'heading' ? 'end' : 'start';
  const found = pointOf(
    findAround(open, focus, by, (page) => pointAt(seekEdge(page, focus, unit, side, by))),
  );
  return found ?? stepOf(open, focus, unit, by);
}

export function wordEnd(open: OpenDocument, from: number): Step {
  return pointOf(
    findAround(open, from, 1, (page) => pointAt(seekEdge(page, from, 'word', 'end', 1))),
  );
}

export function larger(open: OpenDocument, span: Span): Span | null {
  const found = findAround(open, span.start, 1, (page) => expandSpan(page, span));
  return found === 'missing' ? null : found;
}

export function smaller(open: OpenDocument, span: Span, around: number): Span | null {
  const found = findAround(open, around, 1, (page) => shrinkSpan(page, span, around));
  return found === 'missing' ? null : found;
}

/** The unit at an offset, as far as the sections beside it reach. */
export function unitSpan(open: OpenDocument, offset: number, unit: CaretUnit): Span | null {
  const found = findAround(open, offset, 1, (page) => unitAt(page, offset, unit));
  return found === 'missing' ? null : found;
}

function pointAt(offset: number | null): Span | null {
  return offset === null ? null : { start: offset, end: offset };
}

function pointOf(found: Span | 'missing' | null): Step {
  return found === null || found === 'missing' ? found : found.start;
}

/** The word that an offset stands in the middle of. */
export function wordAround(open: OpenDocument, offset: number): Span | null {
  const word = unitSpan(open, offset, 'word');
  return word !== null && word.start < offset && offset < word.end ? word : null;
}
