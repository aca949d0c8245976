import {
  attribute,
  child,
  layered,
  noRunProperties,
  runProperties,
  valueOf,
  wholeValue,
  type RunProperties,
} from './docx-properties.ts';
import { styleRole, type StyleRole } from './style-names.ts';
import { elementsOf, type XmlElement } from './xml.ts';

export interface NumberPlace {
  readonly id: string;
  readonly level: number;
}

/** A style with all that it inherits. */
export interface DocxStyle {
  readonly role: StyleRole | null;
  readonly number: NumberPlace | null;
  readonly run: RunProperties;
  readonly language: string | null;
}
const noStyle: DocxStyle = { role: null, number: null, run: noRunProperties, language: null };

/** The styles of a document by their ids. Chains of `basedOn` are followed once each, also where they lead in a circle. */
export class DocxStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, DocxStyle>();
  readonly #default: string | null = null;
  readonly language: string | null;

  constructor(root: XmlElement | null) {
    for (const style of root === null ? [] : elementsOf(root, 'style')) {
      const id = attribute(style, 'styleId');
      if (id === null || this.#elements.has(id)) continue;
      this.#elements.set(id, style);
      const isDefault = /^(?:1|true|on)$/i.test(attribute(style, 'default') ?? '');
      if (isDefault && attribute(style, 'type') === 'paragraph') this.#default ??= id;
    }
    const defaults = child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr');
    const normal = this.#default === null ? null : this.#elements.get(this.#default);
    this.language =
      attribute(child(child(normal, 'rPr'), 'lang'), 'val') ??
      attribute(child(defaults, 'lang'), 'val');
  }

  /** The style of a paragraph or of a run, or the default one of paragraphs. */
  style(id: string | null): DocxStyle {
    return id === null
      ? this.#default === null
        ? noStyle
        : this.#resolve(this.#default)
      : this.#resolve(id);
  }

  /** A character style; without one nothing is said. */
  character(id: string | null): DocxStyle {
    return id === null ? noStyle : this.#resolve(id);
  }

  #resolve(id: string): DocxStyle {
    const chain: string[] = [];
    let next: string | null = id;
    while (next !== null && !this.#known.has(next) && !chain.includes(next) && chain.length < 64) {
      chain.push(next);
      const element = this.#elements.get(next);
      next = element === undefined ? null : valueOf(element, 'basedOn');
    }
    let style = (next === null ? undefined : this.#known.get(next)) ?? noStyle;
    for (const link of chain.reverse()) {
      style = over(style, link, this.#elements.get(link));
      this.#known.set(link, style);
    }
    return style;
  }
}

function over(base: DocxStyle, id: string, element: XmlElement | undefined): DocxStyle {
  // A text without its styles still says what they were called.
  if (element === undefined) return { ...base, role: styleRole(id) ?? base.role };
  const paragraph = child(element, 'pPr');
  const level = wholeValue(paragraph, 'outlineLvl');
  const role: StyleRole | null =
    level !== null
      ? level < 9
        ? { heading: level + 1 }
        : null
      : (styleRole(valueOf(element, 'name') ?? id) ?? base.role);
  const number = numberPlace(paragraph);
  return {
    role,
    number: number ?? base.number,
    run: layered(runProperties(child(element, 'rPr')), base.run),
    language: null,
  };
}

/** The number that paragraph properties ask for; `id` is "0" where they take one away. */
export function numberPlace(properties: XmlElement | null): NumberPlace | null {
  const number = child(properties, 'numPr');
  if (number === null) return null;
  const id = valueOf(number, 'numId');
  const level = wholeValue(number, 'ilvl') ?? 0;
  return id === null ? null : { id, level };
}
