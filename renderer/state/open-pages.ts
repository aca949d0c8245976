import type { OpenedDocument, PageInfo } from '../../core/contract.ts';
import type { PageLook, Zoom } from '../../core/model/page-look.ts';
import type { DocumentId, ReadingPlace } from '../../core/model/document.ts';
import type { Page } from '../../core/model/pages.ts';

/** The pages of the document on screen, and how they are looked at. */
export interface OpenPages {
  readonly infos: readonly PageInfo[];
  /** What pages show besides their picture, as far as it has come. */
  readonly shown: ReadonlyMap<number, Page>;
  readonly view: PageLook['view'];
  readonly zoom: Zoom;
}

/** The first pages of a file whose text is still being read. */
export interface FirstLook {
  readonly name: string;
  /** A page of it can be seen; before that it is only being drawn. */
  readonly shown: boolean;
  /** The page at the upper edge and how far down it, as in a reading place. */
  readonly page: number;
  /** The text that was on screen before. */
  readonly left: DocumentId | null;
}

/** In a narrower window a page would be too small to read, CSS px. */
const narrow = 640;

/** Where a document that is new begins: where the look at its first pages had got to. */
export function placeOf(
  { entry, place, pages = [] }: OpenedDocument,
  look: FirstLook | null,
): ReadingPlace | null {
  if (place !== null || look === null || look.page === 0) return place;
  // The reader may have opened another text meanwhile.
  if (entry.sourceName !== look.name) return null;
  const page = pages[Math.floor(look.page)];
  if (page === undefined) return null;
  const opened = new Date().toISOString();
  return {
    offset: page.start,
    progress: 0,
    opened,
    look: { view: 'pages', zoom: 'width', page: look.page },
  };
}

/** Whether a text with pages that is new is shown as they are printed: in windows with room for that. */
export const opensAsPages = (): boolean => innerWidth >= narrow;

/** Pages as the reader left them. */
export function openPages({ pages, place }: OpenedDocument): OpenPages | null {
  if (pages === undefined || pages.length === 0) return null;
  return {
    infos: pages,
    shown: new Map(),
    view: place?.look?.view ?? (opensAsPages() ? 'pages' : 'text'),
    zoom: place?.look?.zoom ?? 'width',
  };
}
