import type { ReadElement } from './dom-types.ts';
import type { PageImage } from './html-page.ts';
import { PageElement } from './page-tree.ts';
import { pictureFacts, type PictureFacts } from './pictures.ts';
import { inertSvg, inertSvgFile } from './svg-picture.ts';
import { fromBase64 } from './transfer-encoding.ts';
import { findElement, textOf, type XmlElement } from './xml.ts';

/** In pixels: what is larger stands apart from the words. */
const mostHeight = 120;
const mostWidth = 480;
const thinnest = 8;
/** Bytes of a picture that a drawing holds within itself. */
const mostInside = 4 * 1024 * 1024;

export interface PictureFiles {
  /** The name in the archive of what a reference leads to; null where nothing is there. */
  readonly resolve: (from: string, reference: string) => string | null;
  readonly read: (path: string) => Uint8Array | null;
}

/** The pictures of a book that its pages show, each read once. */
export class EpubPictures {
  readonly taken = new Map<string, Uint8Array>();
  /** Addresses on the web, which nobody fetches. */
  readonly remote = new Set<string>();
  private readonly facts = new Map<string, PictureFacts | null>();

  constructor(private readonly files: PictureFiles) {}

  /** Whether a file is a picture that can be shown; if so it is taken. */
  take(path: string): PictureFacts | null {
    const known = this.facts.get(path);
    if (known !== undefined) return known;
    const read = this.files.read(path);
    const bytes = read !== null && isSvg(path, read) ? inertSvgFile(read) : read;
    return this.put(path, bytes);
  }

  /** The picture of an `img`, `object`, `embed` or `svg` in the page at `from`. */
  image(element: ReadElement, from: string, origin: string | undefined): PageImage | null {
    if (element.localName === 'svg') return this.drawing(element, from, origin);
    const source = element.localName === 'object' ? 'data' : 'src';
    const href =
      element.getAttribute(source) ??
      element.getAttribute('href') ??
      element.getAttribute('xlink:href');
    if (href === null || isThin(element)) return null;
    const key = this.keyOf(from, href.trim());
    const facts = key === null ? null : (this.facts.get(key) ?? null);
    if (key === null || facts === null) return null;
    const words = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? '';
    return this.made(key, oneLine(words), facts, origin);
  }

  private drawing(svg: ReadElement, from: string, origin: string | undefined): PageImage | null {
    if (!(svg instanceof PageElement) || isInside(svg, 'svg')) return null;
    const words = svgWords(svg);
    const only = onlyImage(svg.source);
    const href = only?.attributes['xlink:href'] ?? only?.attributes['href'];
    if (href !== undefined) {
      const key = this.keyOf(from, href.trim());
      const facts = key === null ? null : this.facts.get(key);
      return key === null || facts == null ? null : this.made(key, words, facts, origin);
    }
    const bytes = inertSvg(svg.source, (inside) => this.inside(from, inside.trim()));
    const key = `${from}#svg${this.taken.size}`;
    const facts = bytes === null ? null : pictureFacts(bytes);
    if (bytes === null || facts === null) return null;
    this.put(key, bytes);
    const image = this.made(key, words, facts, origin);
    // Words of a drawing are to be found, and only a picture that stands apart has its words in the text.
    return words === '' ? image : { ...image, large: true };
  }

  private made(
    picture: string,
    text: string,
    { width, height }: PictureFacts,
    origin: string | undefined,
  ): PageImage {
    const large = height > mostHeight || width > mostWidth;
    return { picture, text, large, ...(origin !== undefined && { origin }) };
  }

  private keyOf(from: string, href: string): string | null {
    if (/^(?:https?:)?\/\//i.test(href)) {
      this.remote.add(href);
      return null;
    }
    const data = /^data:image\/[^,;]*(?:;[^,;]*)*;base64,/i.exec(href);
    if (data !== null) {
      const key = `data:${href.length}:${href.slice(-200)}`;
      if (!this.facts.has(key)) this.put(key, dataBytes(href.slice(data[0].length)));
      return key;
    }
    const path = this.files.resolve(from, href);
    if (path !== null) this.take(path);
    return path;
  }

  /** What cannot be shown is taken as well, so that it is counted. */
  private put(key: string, bytes: Uint8Array | null): PictureFacts | null {
    const facts = bytes === null ? null : pictureFacts(bytes);
    this.taken.set(key, bytes ?? new Uint8Array());
    this.facts.set(key, facts);
    return facts;
  }

  /** A picture inside a drawing, as data: a file shown as a picture loads no other. */
  private inside(from: string, href: string): string | null {
    if (/^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i.test(href)) return href;
    const path = /^[a-z]+:|^\/\//i.test(href) ? null : this.files.resolve(from, href);
    const bytes = path === null ? null : this.files.read(path);
    if (bytes === null || bytes.length > mostInside) return null;
    const kind = pictureFacts(bytes)?.ending ?? 'svg';
    if (kind === 'svg') return null;
    return `data:image/${kind === 'jpg' ? 'jpeg' : kind};base64,${toBase64(bytes)}`;
  }
}

function isInside(element: ReadElement, name: string): boolean {
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (above.localName === name) return true;
  }
  return false;
}

function isThin(element: ReadElement): boolean {
  return ['width', 'height'].some(
    (side) => Number.parseFloat(element.getAttribute(side) ?? '') < thinnest,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What a drawing says of itself, and what is written in it. */
function svgWords(svg: PageElement): string {
  const label = svg.getAttribute('aria-label');
  const told = [label, ...['title', 'desc'].map((name) => wordsOf(svg.source, name))];
  const words = told.find((text) => text !== null && text.trim() !== '') ?? '';
  const written = wordsOf(svg.source, 'text', 'foreignObject', 'foreignobject');
  return oneLine(written === '' || words.includes(written) ? words : `${words} ${written}`);
}

function wordsOf(element: XmlElement, ...names: readonly string[]): string {
  const found: string[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue;
      if (names.includes(child.local)) found.push(textOf(child));
      else walk(child);
    }
  };
  walk(element);
  return oneLine(found.join(' '));
}

/** A drawing that does nothing but show a picture, as covers often do. */
function onlyImage(svg: XmlElement): XmlElement | null {
  const image = findElement(svg, 'image');
  const other = ['path', 'rect', 'text', 'circle', 'polygon', 'use', 'line', 'ellipse'];
  return image !== null && other.every((name) => findElement(svg, name) === null) ? image : null;
}

function isSvg(path: string, bytes: Uint8Array): boolean {
  return /\.svg$/i.test(path) || pictureFacts(bytes)?.ending === 'svg';
}

function dataBytes(base64: string): Uint8Array {
  return fromBase64(new TextEncoder().encode(base64.replace(/%2b/gi, '+').replace(/%2f/gi, '/')));
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x2000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)));
  }
  return btoa(pieces.join(''));
}
