import { defaultTreeAdapter as tree, type DefaultTreeAdapterMap } from 'parse5';

type HtmlElement = DefaultTreeAdapterMap['element'];
type Attribute = { readonly name: string; readonly value: string };

/** The scheme of what a picture's address becomes while its data stands aside. */
const scheme = 'picture:';
/** A character that no text has. */
const mark = '\uf8f1';
const marked = /\uf8f1(\d{1,9})\uf8f1/g;
/** In UTF-16 units: shorter data is left where it stands. */
const shortestLifted = 1000;
/** In UTF-16 units: no address, class or style that is read is longer. */
const longestValue = 20_000;
/** The DOM looks through all attributes of an element to set one. */
const mostAttributes = 100;
/** Data this short is a spot that holds the place of a picture. */
const longestSpot = 400;
const later = /^(?:data-(?:src|original|lazy|lazy-src|srcset|hi-res-src)|srcset)$/;

/**
 * Pictures that a page holds in itself. In a saved page nearly all of its bytes are such data: they stand aside while
 * the page is read, so that nobody searches through them.
 */
export class HtmlData {
  /** What other places of the page lead to. */
  readonly targets = new Set<string>();
  /** The page without its long data: a number between two marks stands in its place. */
  readonly html: string;
  private readonly addresses: string[] = [];
  private readonly known = new Map<string, number>();
  /** SingleFile keeps what a page shows several times in a variable of its style sheet. */
  private readonly shared = new Map<string, string>();

  constructor(html: string) {
    // A page that has the mark itself is read as it is: longer, but right.
    this.html = html.includes(mark)
      ? html
      : lifted(html, (data) => `${mark}${this.aside(data)}${mark}`);
  }

  /** Text as it was: a page may speak of data. */
  text(text: string): string {
    return text.replace(marked, (whole, number: string) => this.addresses[Number(number)] ?? whole);
  }

  /** The `data:` address behind an address of a picture; null for all others. */
  address(source: string): string | null {
    return source.startsWith(scheme)
      ? (this.addresses[Number(source.slice(scheme.length))] ?? null)
      : null;
  }

  private aside(data: string): number {
    const index = this.known.get(data) ?? this.addresses.push(data) - 1;
    this.known.set(data, index);
    return index;
  }

  takeStyle(style: HtmlElement): void {
    for (const node of style.childNodes) {
      if (!tree.isTextNode(node)) continue;
      for (const [, name, , address] of node.value.matchAll(sharedPicture)) {
        if (name !== undefined && address !== undefined) this.shared.set(name, address);
      }
    }
  }

  /** The attributes that are read: no handlers, and data as the short address of what stands aside. */
  attributesOf(element: HtmlElement): readonly Attribute[] {
    const kept = element.attrs
      .slice(0, mostAttributes)
      .filter(({ name }) => !name.startsWith('on') && name !== 'srcdoc');
    if (element.tagName === 'img') return this.image(kept);
    return kept.map(({ name, value }) => {
      if (name === 'href' && value.includes('#')) this.targets.add(fragment(value));
      return { name, value: isRead(value) ? value : '' };
    });
  }

  private image(attributes: readonly Attribute[]): readonly Attribute[] {
    const address = attributes.find(({ name }) => name === 'src')?.value.trim() ?? '';
    const style = attributes.find(({ name }) => name === 'style')?.value ?? '';
    const variable = /var\((--sf-img-\d+)\)/.exec(style.slice(0, longestValue))?.[1];
    const shared = variable === undefined ? undefined : this.shared.get(variable);
    const source = this.text(shared ?? address);
    const data = /^data:/i.test(source) ? source : null;
    if (data === null) return attributes.filter(({ value }) => isRead(value));
    const spot =
      data.length < longestSpot &&
      (/fill-opacity=["']0/.test(data) || attributes.some(({ name }) => later.test(name)));
    // Another address beside the picture itself would only be fetched.
    const plain = attributes.filter(({ name, value }) => isRead(value) && name !== 'src');
    if (spot) return plain;
    return [
      { name: 'src', value: `${scheme}${this.aside(data)}` },
      ...plain.filter(({ name }) => !later.test(name)),
    ];
  }
}

const sharedPicture = /(--sf-img-\d+)\s*:\s*url\((["']?)([^"')]+)/g;

/** Puts what is Base64 and long aside. By hand: a pattern would need as much room as the data. */
function lifted(html: string, aside: (data: string) => string): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = html.indexOf(marker); at >= 0; at = html.indexOf(marker, at + marker.length)) {
    const before = Math.max(done, at - longestType);
    const found = html.slice(before, at).lastIndexOf('data:');
    if (found < 0) continue;
    const start = before + found;
    let end = at + marker.length;
    while (isBase64(html.charCodeAt(end))) end += 1;
    if (end - at < shortestLifted || /[\s"'<>()]/.test(html.slice(start, at))) continue;
    parts.push(html.slice(done, start), aside(html.slice(start, end)));
    done = end;
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(done);
}
const marker = ';base64,';
const longestType = 100;

function isBase64(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x2f && unit <= 0x39) ||
    unit === 0x2b ||
    unit === 0x3d ||
    unit === 0x25
  );
}

function isRead(value: string): boolean {
  return value.length <= longestValue && !value.includes(mark);
}

/** The name after `#`, as an element has it. */
export function fragment(address: string): string {
  const name = address.slice(address.indexOf('#') + 1).trim();
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A percent sign that begins no escape.
  }
}
