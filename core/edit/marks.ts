import type { Annotation } from '../model/annotation.ts';
import type { MarkColour } from '../model/colours.ts';
import { pickFields } from '../model/optional-fields.ts';
import type { TagId } from '../model/tag.ts';
import type { AnnotationFields, Change, Patch, Stamp } from './patch.ts';
import type { EditLabel } from './labels.ts';

/** A span and all that finds it again. */
export type Passage = Pick<Annotation, 'span' | 'selector'>;

export function addMark(annotation: Annotation, stamp: Stamp): Patch {
  return marksPatch('mark.add', [addition(annotation)], stamp);
}

export function addition(annotation: Annotation): Change {
  const { document, id } = annotation;
  return { entity: 'annotation', document, id, before: null, after: annotation };
}

export function removeMarks(annotations: readonly Annotation[], stamp: Stamp): Patch {
  return marksPatch('mark.remove', annotations.map(removal), stamp);
}

export function removal(annotation: Annotation): Change {
  const { document, id } = annotation;
  return { entity: 'annotation', document, id, before: annotation, after: null };
}

export function recolourMarks(
  annotations: readonly Annotation[],
  colour: MarkColour,
  stamp: Stamp,
): Patch {
  const changes = annotations.map((mark) =>
    updateMark(mark, { colour, ...(mark.colourBy === 'tag' ? { colourBy: 'hand' } : {}) }, stamp),
  );
  return marksPatch('mark.colour', changes, stamp);
}

/** `tags` are those that the note names, beside the ones it has; null where they stay as they are. */
export function writeNote(
  annotation: Annotation,
  note: string,
  stamp: Stamp,
  tags: readonly TagId[] | null = null,
): Patch {
  const fields = tags === null ? { note } : { note, tags };
  return marksPatch('mark.note', [updateMark(annotation, fields, stamp)], stamp);
}

/** Sets the tags of one mark; the label says whether tags were only taken off. */
export function setTags(annotation: Annotation, tags: readonly TagId[], stamp: Stamp): Patch {
  const label = tags.every((tag) => annotation.tags.includes(tag)) ? 'mark.untag' : 'mark.tag';
  return marksPatch(label, [updateMark(annotation, { tags }, stamp)], stamp);
}

/** Another passage for the same mark: span and selector change together, so that no undo or merge parts them. */
export function respanMark(annotation: Annotation, passage: Passage, stamp: Stamp): Patch {
  const { span, selector } = passage;
  return marksPatch('mark.respan', [updateMark(annotation, { span, selector }, stamp)], stamp);
}

/** The change of some fields of a mark, with its new date of modification. */
export function updateMark(annotation: Annotation, fields: AnnotationFields, stamp: Stamp): Change {
  const names = Object.keys(fields) as (keyof AnnotationFields)[];
  const before = pickFields<AnnotationFields>(annotation, names);
  return {
    entity: 'annotation',
    document: annotation.document,
    id: annotation.id,
    before: { ...before, modified: annotation.modified },
    after: { ...fields, modified: stamp.now() },
  };
}

export function marksPatch(label: EditLabel, changes: readonly Change[], stamp: Stamp): Patch {
  return { id: stamp.id(), at: stamp.now(), label, changes };
}
