import { shownColour } from '../edit/retag.ts';
import { exportMessages as messages } from '../messages/en/exports.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Tag, TagId } from '../model/tag.ts';
import type { Span } from '../model/span.ts';
import { toCodePoints } from '../text/code-points.ts';
import { tagPaths } from '../text/tag-path.ts';
import { soundMarks, type Exportable, type Exported } from './exportable.ts';
import { uniqueContext } from './unique-context.ts';

/**
 * A W3C AnnotationCollection (https://www.w3.org/TR/annotation-model/) with all marks on its first page. Places count
 * code points of the document's canonical text. The standard has no colours: a mark's colour is the `styleClass` of
 * its target, as section 4.4 of the model provides, and the collection has no style sheet, because how a colour is
 * drawn belongs to the program that shows it.
 */
export function toJsonld(document: Exportable): Exported {
  const { entry, content, tags } = document;
  const { marks, refused } = soundMarks(document);
  const paths = tagPaths(tags);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const places = toCodePoints(
    content.text,
    marks.map((mark) => mark.span),
  );
  const items = marks.map((mark, index) => ({
    id: `urn:uuid:${mark.id}`,
    type: 'Annotation',
    motivation: motivation(mark),
    created: mark.created,
    modified: mark.modified,
    ...(mark.author === '' ? {} : { creator: { type: 'Person', name: mark.author } }),
    generator,
    ...bodies(mark, paths),
    target: target(document, mark, places[index] ?? mark.span, byId),
  }));
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:commonplace:${entry.id}:marks`,
    type: 'AnnotationCollection',
    label: messages.marksOf(entry.title),
    generator,
    total: items.length,
    first: {
      id: `urn:commonplace:${entry.id}:marks:1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items,
    },
  };
  return { text: `${JSON.stringify(collection, null, 2)}\n`, refused };
}

const generator = { type: 'Software', name: messages.generator };

function motivation(mark: Annotation): string {
  if (mark.note !== '') return 'commenting';
  return mark.tags.length > 0 ? 'tagging' : 'highlighting';
}

function bodies(mark: Annotation, paths: ReadonlyMap<string, string>): object {
  const note =
    mark.note === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: mark.note }];
  const tagging = mark.tags.flatMap((id) => {
    const value = paths.get(id);
    return value === undefined ? [] : [{ type: 'TextualBody', purpose: 'tagging', value }];
  });
  // The words of a link are the label of what it leads to: the standard has no term for the kind.
  const links = (mark.links ?? []).map(({ to, kind }) => ({
    type: 'SpecificResource',
    purpose: 'linking',
    source: `urn:uuid:${to}`,
    label: kind,
  }));
  const body = [...note, ...tagging, ...links];
  return body.length === 0 ? {} : { body };
}

function target(
  { entry, content }: Exportable,
  mark: Annotation,
  place: Span,
  byId: ReadonlyMap<TagId, Tag>,
): object {
  return {
    type: 'SpecificResource',
    // The source's bytes name it: any program that has the file can tell that it is the one.
    source: `urn:sha256:${entry.sha256}`,
    styleClass: shownColour(mark, byId),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: mark.selector.quote,
        ...uniqueContext(content.text, mark.span),
      },
      { type: 'TextPositionSelector', start: place.start, end: place.end },
    ],
  };
}
