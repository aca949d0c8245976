import type { OpenedDocument, PageInfo } from '../../core/contract.ts';
import type { PageLook, Zoom } from '../../core/model/page-look.ts';
import type { Page } from '../../core/model/pages.ts';

/** The pages of the document on screen, and how they are looked at. */
export interface OpenPages {
  readonly infos: readonly PageInfo[];
  /** What pages show besides their picture, as far as it has come. */
  readonly shown: ReadonlyMap<number, Page>;
  readonly view: PageLook['view'];
  readonly zoom: Zoom;
}

/** In a narrower window a page would be too small to read, CSS px. */
const narrow = 640;

/** Pages as the reader left them; at first as the document is printed, where the window has room for that. */
export function openPages({ pages, place }: OpenedDocument): OpenPages | null {
  if (pages === undefined || pages.length === 0) return null;
  return {
    infos: pages,
    shown: new Map(),
    view: place?.look?.view ?? (innerWidth < narrow ? 'text' : 'pages'),
    zoom: place?.look?.zoom ?? 'width',
  };
}
