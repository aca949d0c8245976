import { defaultTreeAdapter as tree, type DefaultTreeAdapterMap } from 'parse5';

type HtmlElement = DefaultTreeAdapterMap['element'];
type Attribute = { readonly name: string; readonly value: string };

/** The scheme of what a picture's address becomes while its data stands aside. */
const scheme = 'picture:';
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
  private readonly addresses: string[] = [];
  private readonly known = new Map<string, number>();
  /** SingleFile keeps what a page shows several times in a variable of its style sheet. */
  private readonly shared = new Map<string, string>();

  /** The `data:` address behind an address of a picture; null for all others. */
  address(source: string): string | null {
    return source.startsWith(scheme)
      ? (this.addresses[Number(source.slice(scheme.length))] ?? null)
      : null;
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
      return { name, value: value.length > longestValue ? '' : value };
    });
  }

  private image(attributes: readonly Attribute[]): readonly Attribute[] {
    const source = attributes.find(({ name }) => name === 'src')?.value.trim() ?? '';
    const style = attributes.find(({ name }) => name === 'style')?.value ?? '';
    const variable = /var\((--sf-img-\d+)\)/.exec(style.slice(0, longestValue))?.[1];
    const shared = variable === undefined ? undefined : this.shared.get(variable);
    const data = shared ?? (/^data:/i.test(source) ? source : null);
    if (data === null) return attributes.filter(isShort);
    const spot = data.length < longestSpot && attributes.some(({ name }) => later.test(name));
    // Another address beside the picture itself would only be fetched.
    const plain = attributes.filter((attr) => isShort(attr) && attr.name !== 'src');
    if (spot) return plain;
    const index = this.known.get(data) ?? this.addresses.push(data) - 1;
    this.known.set(data, index);
    const key = `${scheme}${index}`;
    return [{ name: 'src', value: key }, ...plain.filter(({ name }) => !later.test(name))];
  }
}

const sharedPicture = /(--sf-img-\d+)\s*:\s*url\((["']?)(data:[^"')]+)/g;

function isShort({ value }: Attribute): boolean {
  return value.length <= longestValue;
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
