import type { Span } from '../../../core/model/span.ts';
import { covers, paintedSpans, visibleSpan } from './painted.ts';

/** What a measurement waits for. Asked after a frame's time was taken, so that asking is not counted. */
export type Condition =
  /** The text that starts with these words is on screen. */
  | { readonly kind: 'text'; readonly first: string }
  /** The same, and every mark on screen is painted. */
  | { readonly kind: 'marks'; readonly first: string; readonly marks: readonly Span[] }
  /** A passage is painted as the active mark, as a new one is. */
  | { readonly kind: 'active'; readonly span: Span }
  /** An element reads so. */
  | { readonly kind: 'reads'; readonly selector: string; readonly text: string }
  /** An element reads so, and these of its letters are set off. */
  | {
      readonly kind: 'marked';
      readonly selector: string;
      readonly text: string;
      readonly letters: string;
    }
  /** The text has this size, px. */
  | { readonly kind: 'size'; readonly px: number }
  /** The page's own peer says that it drew so many marks or more. */
  | { readonly kind: 'drawn'; readonly count: number };

const markHighlights = /^(mark|line|overlap|raw)/;

export function holds(condition: Condition): boolean {
  switch (condition.kind) {
    case 'text':
      return showsText(condition.first);
    case 'marks':
      return showsText(condition.first) && showsMarks(condition.marks);
    case 'active':
      return covers(paintedSpans(/^mark-active-/), condition.span);
    case 'reads': {
      const found = document.querySelector(condition.selector);
      return found?.textContent.includes(condition.text) === true;
    }
    case 'marked': {
      const found = document.querySelector(condition.selector);
      const letters = [...(found?.querySelectorAll('b') ?? [])].map((part) => part.textContent);
      return (
        found?.textContent.includes(condition.text) === true &&
        letters.join('').replaceAll(/\s/g, '').toLowerCase() === condition.letters
      );
    }
    case 'size': {
      const text = document.querySelector('.text');
      return text !== null && parseFloat(getComputedStyle(text).fontSize) === condition.px;
    }
    case 'drawn':
      return (globalThis.peer?.drawn() ?? 0) >= condition.count;
  }
}

function showsText(first: string): boolean {
  const leaf = document.querySelector<HTMLElement>('[data-start]');
  return leaf?.textContent.startsWith(first) === true && leaf.getBoundingClientRect().height > 0;
}

function showsMarks(marks: readonly Span[]): boolean {
  const seen = visibleSpan();
  if (seen === null) return false;
  const painted = paintedSpans(markHighlights);
  const wanted = marks
    .map(({ start, end }) => ({ start: Math.max(start, seen.start), end: Math.min(end, seen.end) }))
    .filter(({ start, end }) => start < end);
  return wanted.length > 0 && wanted.every((span) => covers(painted, span));
}
