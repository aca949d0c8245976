import type { InlineStyle } from '../../core/model/block.ts';
import { elementsOf, type XmlElement } from './xml.ts';

/** Attributes by their local names: prefixes are the writer's to choose. */
export function attribute(element: XmlElement | null | undefined, local: string): string | null {
  if (element == null) return null;
  const { attributes } = element;
  const direct = attributes[`w:${local}`] ?? attributes[local];
  if (direct !== undefined) return direct;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.endsWith(`:${local}`)) return value ?? null;
  }
  return null;
}

export function child(element: XmlElement | null | undefined, local: string): XmlElement | null {
  if (element == null) return null;
  for (const node of element.children) {
    if (typeof node !== 'string' && node.local === local) return node;
  }
  return null;
}

export function valueOf(element: XmlElement | null | undefined, local: string): string | null {
  return attribute(child(element, local), 'val');
}

export function wholeValue(element: XmlElement | null | undefined, local: string): number | null {
  const value = valueOf(element, local);
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Null where the property says nothing: what stands above in the chain of styles decides. */
export function toggle(properties: XmlElement | null, local: string): boolean | null {
  const property = child(properties, local);
  if (property === null) return null;
  return !/^(?:0|false|off|none)$/i.test(attribute(property, 'val') ?? 'true');
}

/** What run properties say of a text; null where they leave it as it is. */
export interface RunProperties {
  readonly strong: boolean | null;
  readonly emphasis: boolean | null;
  readonly strike: boolean | null;
  readonly raised: 'sub' | 'sup' | 'none' | null;
  readonly hidden: boolean | null;
  readonly font: string | null;
}
export const noRunProperties: RunProperties = {
  strong: null,
  emphasis: null,
  strike: null,
  raised: null,
  hidden: null,
  font: null,
};

export function runProperties(properties: XmlElement | null): RunProperties {
  if (properties === null || elementsOf(properties).length === 0) return noRunProperties;
  const vertical = valueOf(properties, 'vertAlign');
  return {
    strong: toggle(properties, 'b'),
    emphasis: toggle(properties, 'i'),
    strike: toggle(properties, 'strike') ?? toggle(properties, 'dstrike'),
    raised:
      vertical === 'superscript'
        ? 'sup'
        : vertical === 'subscript'
          ? 'sub'
          : vertical === null
            ? null
            : 'none',
    hidden: toggle(properties, 'vanish'),
    font: attribute(child(properties, 'rFonts'), 'ascii'),
  };
}

/** What `over` does not say, `under` does. */
export function layered(over: RunProperties, under: RunProperties): RunProperties {
  if (over === noRunProperties) return under;
  if (under === noRunProperties) return over;
  return {
    strong: over.strong ?? under.strong,
    emphasis: over.emphasis ?? under.emphasis,
    strike: over.strike ?? under.strike,
    raised: over.raised ?? under.raised,
    hidden: over.hidden ?? under.hidden,
    font: over.font ?? under.font,
  };
}

export function inlineStyles(properties: RunProperties, code: boolean): InlineStyle[] {
  const styles: InlineStyle[] = [];
  if (properties.strong === true) styles.push('strong');
  if (properties.emphasis === true) styles.push('emphasis');
  if (properties.strike === true) styles.push('strike');
  if (properties.raised === 'sub' || properties.raised === 'sup') styles.push(properties.raised);
  if (code) styles.push('code');
  return styles;
}
