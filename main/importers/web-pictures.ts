import type { ReadElement } from './dom-types.ts';
import { dataBytes } from './data-address.ts';
import type { HtmlData } from './html-data.ts';
import { alternativeText, isThin } from './html-inlines.ts';
import type { PageImage } from './html-page.ts';
import { pictureFacts, type PictureFacts } from './pictures.ts';
import { inertSvgFile } from './svg-picture.ts';

/** A file that came with a page, by the address that the page names it with. */
export interface PageFile {
  readonly key: string;
  readonly bytes: () => Uint8Array;
}
export type PageFiles = (address: string) => PageFile | null;

/** In pixels: a larger picture stands apart from the words. */
const mostHeight = 120;
const mostWidth = 480;
const thinnest = 8;

/** The pictures that a page shows: those that came with it, and the addresses of those that did not. */
export class WebPictures {
  readonly taken = new Map<string, Uint8Array>();
  readonly missing = new Set<string>();
  private readonly facts = new Map<string, PictureFacts | null>();

  constructor(
    private readonly data: HtmlData,
    private readonly files: PageFiles,
    /** Before the keys, where several pages make one text. */
    private readonly prefix = '',
  ) {}

  image(element: ReadElement): PageImage | null {
    if (element.localName !== 'img' || isThin(element)) return null;
    const address = (element.getAttribute('src') ?? '').trim();
    const file = this.file(address);
    if (file === null) {
      const remote = address === '' ? laterAddress(element) : address;
      if (remote !== null && !/^(?:data|about|javascript|blob|picture):/i.test(remote)) {
        this.missing.add(remote);
      }
      return null;
    }
    const facts = this.take(file);
    // Spacers and counting pixels, and what cannot be shown: its words are left.
    if (facts === null || facts.width < thinnest || facts.height < thinnest) return null;
    const width = sizeOf(element, 'width') ?? facts.width;
    const height = sizeOf(element, 'height') ?? facts.height;
    const large = height > mostHeight || width > mostWidth;
    return { picture: file.key, text: alternativeText(element), large };
  }

  private file(address: string): PageFile | null {
    const data = this.data.address(address);
    if (data === null) {
      const file = address === '' ? null : this.files(address);
      return file === null ? null : { ...file, key: this.prefix + file.key };
    }
    return { key: this.prefix + address, bytes: () => dataBytes(data) ?? new Uint8Array() };
  }

  /** What cannot be shown is taken as well, so that it is counted; pixels are not. */
  private take({ key, bytes }: PageFile): PictureFacts | null {
    const known = this.facts.get(key);
    if (known !== undefined) return known;
    const read = inert(bytes());
    const facts = pictureFacts(read);
    this.facts.set(key, facts);
    const counts = facts === null || (facts.width >= thinnest && facts.height >= thinnest);
    if (counts && read.length > 0) this.taken.set(key, read);
    return facts;
  }
}

/** A drawing is written anew, so that it does nothing; other pictures cannot do anything. */
export function inert(bytes: Uint8Array): Uint8Array {
  return pictureFacts(bytes)?.ending === 'svg'
    ? (inertSvgFile(bytes) ?? bytes.subarray(0, 0))
    : bytes;
}

function laterAddress(image: ReadElement): string | null {
  const names = ['data-src', 'data-original', 'data-lazy-src', 'srcset', 'data-srcset'];
  const found = names.map((name) => image.getAttribute(name)).find((value) => value !== null);
  return found?.trim().split(/[\s,]/, 1)[0] ?? null;
}

function sizeOf(image: ReadElement, side: 'width' | 'height'): number | null {
  const text = image.getAttribute(side) ?? '';
  return /^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(text) ? Number.parseFloat(text) : null;
}
