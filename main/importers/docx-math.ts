import { attribute, child } from './docx-properties.ts';
import { elementsOf, type XmlElement } from './xml.ts';

const value = (properties: XmlElement | null, local: string, otherwise: string): string =>
  attribute(child(properties, local), 'val') ?? otherwise;

/** A formula of Word's as a line of text: what stands in it, with the signs that its form needs. */
export function mathText(element: XmlElement): string {
  const inner = (local: string): string => {
    const part = child(element, local);
    return part === null ? '' : children(part);
  };
  const properties = child(element, `${element.local}Pr`);
  switch (element.local) {
    case 't':
      return element.children.filter((node) => typeof node === 'string').join('');
    case 'f':
      return `${grouped(inner('num'))}/${grouped(inner('den'))}`;
    case 'sSup':
      return `${grouped(inner('e'))}^${grouped(inner('sup'))}`;
    case 'sSub':
      return `${grouped(inner('e'))}_${grouped(inner('sub'))}`;
    case 'sSubSup':
      return `${grouped(inner('e'))}_${grouped(inner('sub'))}^${grouped(inner('sup'))}`;
    case 'sPre':
      return `_${grouped(inner('sub'))}^${grouped(inner('sup'))} ${inner('e')}`;
    case 'rad': {
      const degree = inner('deg');
      return `${degree === '' ? '' : grouped(degree)}√${grouped(inner('e'))}`;
    }
    case 'nary': {
      const [from, to] = [inner('sub'), inner('sup')];
      const sign = value(properties, 'chr', '∫');
      const bounds = `${from === '' ? '' : `_${grouped(from)}`}${to === '' ? '' : `^${grouped(to)}`}`;
      return `${sign}${bounds} ${inner('e')}`;
    }
    case 'd': {
      const [open, close] = [value(properties, 'begChr', '('), value(properties, 'endChr', ')')];
      const parts = elementsOf(element, 'e').map(children);
      return `${open}${parts.join(value(properties, 'sepChr', '|'))}${close}`;
    }
    case 'm':
      return `[${elementsOf(element, 'mr')
        .map((row) => elementsOf(row, 'e').map(children).join(', '))
        .join('; ')}]`;
    case 'eqArr':
      return elementsOf(element, 'e').map(children).join('\n');
    case 'func':
      return `${inner('fName')} ${inner('e')}`;
    case 'limLow':
      return `${inner('e')}_${grouped(inner('lim'))}`;
    case 'limUpp':
      return `${inner('e')}^${grouped(inner('lim'))}`;
    case 'acc':
      return `${inner('e')}${value(properties, 'chr', '\u0302')}`;
    case 'oMathPara':
      return elementsOf(element, 'oMath').map(children).join('\n');
    default:
      return /Pr$/.test(element.local) ? '' : children(element);
  }
}

function children(element: XmlElement): string {
  return elementsOf(element).map(mathText).join('');
}

/** In brackets where it is more than one sign or number. */
function grouped(text: string): string {
  const inside = text.trim();
  return /^(?:[\p{L}\p{M}]|[\p{N}.,]+|\(.*\)|.?)$/u.test(inside) ? inside : `(${inside})`;
}
