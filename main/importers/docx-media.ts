import type { DocxContext, DocxPlace } from './docx-context.ts';
import { alternativeOf } from './docx-parts.ts';
import { attribute, child } from './docx-properties.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';

/** Pictures of a drawing, in their order; its text boxes wait in the place. */
export function writeMedia(element: XmlElement, context: DocxContext, place: DocxPlace): void {
  let alternative = '';
  const visit = (node: XmlElement): void => {
    switch (node.local) {
      case 'docPr':
      case 'cNvPr':
        alternative = attribute(node, 'descr') ?? attribute(node, 'title') ?? alternative;
        break;
      case 'shape':
      case 'rect':
        alternative = node.attributes['alt'] ?? alternative;
        break;
      case 'blip':
        picture(attribute(node, 'embed') ?? attribute(node, 'link'));
        return;
      case 'imagedata':
        picture(attribute(node, 'id') ?? attribute(node, 'pict'));
        return;
      case 'txbxContent':
      case 'txBody':
        place.boxes.push(node);
        return;
      case 'AlternateContent': {
        const chosen = alternativeOf(node);
        if (chosen !== null) visit(chosen);
        return;
      }
      case 'relIds':
        diagram(attribute(node, 'dm') ?? '');
        return;
      case 'chart':
        context.seen.leftOut += 1;
        return;
      default:
    }
    for (const inside of elementsOf(node)) visit(inside);
  };
  const picture = (id: string | null): void => {
    const found = id === null ? undefined : place.relationships.get(id);
    if (found === undefined) return;
    if (found.external) context.pictures.elsewhere(alternative);
    else context.pictures.put(found.target, alternative);
  };
  /** What its points say, in their order; how they are drawn is not read. */
  const diagram = (id: string): void => {
    const data = context.part(place.relationships.get(id)?.target ?? '');
    const points = data === null ? null : child(data, 'ptLst');
    const said = (points === null ? [] : elementsOf(points, 'pt')).flatMap((point) => {
      const text = child(point, 't');
      return text === null || textOf(text).trim() === '' ? [] : [text];
    });
    if (said.length === 0) context.seen.leftOut += 1;
    place.boxes.push(...said);
  };
  visit(element);
}
