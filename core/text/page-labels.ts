import { sectionAt } from './sections.ts';
import type { Span } from '../model/span.ts';

/** What is known of every page of a document: what it is called, and the stretch of text on it. */
export interface PageName extends Span {
  /** As the document names the page ("iv"), else its number. */
  readonly label: string;
}

/** The index of the page that an offset is on; pages cover the text without a gap. */
export function pageAt(pages: readonly PageName[], offset: number): number {
  return sectionAt(pages, offset);
}

/**
 * The pages that a reader may mean: those that are called so, and the one with that number from the front. The same page
 * comes once.
 */
export function pagesCalled(pages: readonly PageName[], written: string): readonly number[] {
  const wanted = written.trim().toLowerCase();
  if (wanted === '') return [];
  const found = new Set<number>();
  pages.forEach(({ label }, index) => {
    if (label.toLowerCase() === wanted) found.add(index);
  });
  const number = /^\d{1,9}$/.test(wanted) ? Number(wanted) : 0;
  if (number >= 1 && number <= pages.length) found.add(number - 1);
  return [...found];
}
