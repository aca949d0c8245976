import type { ReadElement } from './dom-types.ts';
import { fragment, type HtmlData } from './html-data.ts';
import { plainPage, type HtmlPage } from './html-page.ts';
import { linkTarget } from './links.ts';
import type { WebPictures } from './web-pictures.ts';

/** A page of the web: its own places are jumped to, and it shows the pictures that came with it. */
export function webPage(
  base: URL | null,
  address: URL | null,
  data: HtmlData,
  pictures: WebPictures,
  /** Before the names of places, where several pages make one text. */
  prefix = '',
): HtmlPage {
  const here = address === null ? null : withoutFragment(address.href);
  return {
    ...plainPage(base),
    link: (href) => {
      const target = linkTarget(href, base);
      if (target === null) return null;
      // Programs that save a page write addresses in full, those inside the page as well.
      const inside = target.startsWith('#') || (here !== null && isPlaceIn(here, target));
      return inside ? { to: prefix + fragment(target) } : { href: target };
    },
    anchors: (element) =>
      namesOf(element)
        .filter((name) => data.targets.has(name))
        .map((name) => prefix + name),
    image: (element) => pictures.image(element),
  };
}

function isPlaceIn(page: string, address: string): boolean {
  return address.length > page.length + 1 && address.startsWith(`${page}#`);
}

function withoutFragment(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}

function namesOf(element: ReadElement): string[] {
  const id = element.getAttribute('id');
  const name = element.localName === 'a' ? element.getAttribute('name') : null;
  return [...(id === null ? [] : [id]), ...(name === null || name === id ? [] : [name])];
}
