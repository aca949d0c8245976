import type { InlineStyle } from '../../core/model/block.ts';
import { attribute, child } from './docx-properties.ts';
import { OdtListStyles } from './odt-lists.ts';
import { styleRole, type StyleRole } from './style-names.ts';
import { elementsOf, type XmlElement } from './xml.ts';

export interface OdtStyle {
  readonly role: StyleRole | null;
  readonly inline: readonly InlineStyle[];
  readonly hidden: boolean;
  readonly list: string | null;
}
const noStyle: OdtStyle = { role: null, inline: [], hidden: false, list: null };

/** The styles of an OpenDocument text: those of its content and the named ones that they stand on. */
export class OdtStyles {
  readonly lists: OdtListStyles;
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, OdtStyle>();

  /** The first root whose style has a name counts. */
  constructor(roots: readonly XmlElement[]) {
    const groups = roots.flatMap((root) =>
      elementsOf(root).filter(({ local }) => local === 'automatic-styles' || local === 'styles'),
    );
    for (const group of groups) {
      for (const style of elementsOf(group, 'style')) {
        const key = keyOf(attribute(style, 'family'), attribute(style, 'name'));
        if (!this.#elements.has(key)) this.#elements.set(key, style);
      }
    }
    this.lists = new OdtListStyles(groups);
  }

  style(family: 'paragraph' | 'text' | 'section', name: string | null): OdtStyle {
    const chain: string[] = [];
    let next = name;
    while (next !== null && !chain.includes(next) && chain.length < 64) {
      if (this.#known.has(keyOf(family, next))) break;
      chain.push(next);
      next = attribute(this.#elements.get(keyOf(family, next)), 'parent-style-name');
    }
    let style = (next === null ? undefined : this.#known.get(keyOf(family, next))) ?? noStyle;
    for (const link of chain.reverse()) {
      style = over(style, link, this.#elements.get(keyOf(family, link)));
      this.#known.set(keyOf(family, link), style);
    }
    return style;
  }
}

function over(base: OdtStyle, name: string, element: XmlElement | undefined): OdtStyle {
  const shown = attribute(element, 'display-name') ?? name.replace(/_20_/g, ' ');
  const role = styleRole(shown) ?? base.role;
  const text = child(element, 'text-properties');
  const section = child(element, 'section-properties');
  const display = attribute(text, 'display') ?? attribute(section, 'display');
  return {
    role,
    inline: inlineStyles(text, base.inline),
    hidden: display === null ? base.hidden : display === 'none',
    list: attribute(element, 'list-style-name') || base.list,
  };
}

function inlineStyles(
  properties: XmlElement | null,
  base: readonly InlineStyle[],
): readonly InlineStyle[] {
  if (properties === null) return base;
  const styles = new Set(base);
  const turn = (style: InlineStyle, on: boolean | null): void => {
    if (on === true) styles.add(style);
    else if (on === false) styles.delete(style);
  };
  const weight = attribute(properties, 'font-weight');
  turn('strong', weight === null ? null : /^(?:bold|[6-9]00)$/.test(weight));
  const slant = attribute(properties, 'font-style');
  turn('emphasis', slant === null ? null : slant !== 'normal');
  const strike =
    attribute(properties, 'text-line-through-style') ??
    attribute(properties, 'text-line-through-type');
  turn('strike', strike === null ? null : strike !== 'none');
  const position = attribute(properties, 'text-position')?.trim();
  if (position !== undefined) {
    turn('sub', /^(?:sub|-)/.test(position));
    turn('sup', /^(?:super|[1-9])/.test(position));
  }
  return [...styles];
}

function keyOf(family: string | null, name: string | null): string {
  return `${family ?? ''}:${name ?? ''}`;
}
