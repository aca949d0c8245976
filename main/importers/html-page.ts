import type { DomNode, ReadElement } from './dom-types.ts';
import { isDropped } from './html-elements.ts';
import { linkTarget } from './links.ts';
import type { Open, RunImage, TextRun } from './text-run.ts';

/** A picture of the source: `picture` is its key. A large one stands apart from the words around it. */
export interface PageImage extends RunImage {
  readonly picture: string;
  readonly large: boolean;
}

/** What the walk over a page's blocks must know of the source that the page comes from. */
export interface HtmlPage {
  /** What no reader of the page sees. */
  readonly isDropped: (element: ReadElement) => boolean;
  /** What an address becomes; null leaves the words alone. */
  readonly link: (href: string | null) => Open | null;
  /** The names of the anchor that an element is, because others may lead to it. */
  readonly anchors: (element: ReadElement) => readonly string[];
  /** The picture that an element shows; null leaves its words. */
  readonly image: (element: ReadElement) => PageImage | null;
  /** Where the source has an element, in its format's own terms. */
  readonly origin: (element: ReadElement) => string | undefined;
  /** Writes what this kind of source reads in its own way; `visit` walks on. False for all others. */
  readonly own: (element: ReadElement, run: TextRun, visit: (node: DomNode) => void) => boolean;
}

/** A page that stands alone, of which the words are read. */
export function plainPage(base: URL | null): HtmlPage {
  return {
    isDropped,
    link: (href) => {
      const target = linkTarget(href, base);
      return target === null ? null : { href: target };
    },
    anchors: () => [],
    image: () => null,
    origin: () => undefined,
    own: () => false,
  };
}
