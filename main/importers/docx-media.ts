import type { DocxContext, DocxPlace } from './docx-context.ts';
import { alternativeOf } from './docx-parts.ts';
import { attribute } from './docx-properties.ts';
import { elementsOf, type XmlElement } from './xml.ts';

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
        place.boxes.push(node);
        return;
      case 'AlternateContent': {
        const chosen = alternativeOf(node);
        if (chosen !== null) visit(chosen);
        return;
      }
      case 'chart':
      case 'relIds':
        context.seen.leftOut += 1;
        return;
      default:
    }
    for (const child of elementsOf(node)) visit(child);
  };
  const picture = (id: string | null): void => {
    const found = id === null ? undefined : place.relationships.get(id);
    if (found === undefined) return;
    if (found.external) context.pictures.elsewhere(alternative);
    else context.pictures.put(found.target, alternative);
  };
  visit(element);
}
