import type { Annotation, AnnotationId, MarkLink } from '../model/annotation.ts';
import { distinctLinks } from './mark-pieces.ts';
import { marksPatch, updateMark } from './marks.ts';
import type { Patch, Stamp } from './patch.ts';

/** Null for a link to itself, without a kind, or that is there. */
export function linkMarks(
  from: Annotation,
  to: Annotation,
  kind: string,
  stamp: Stamp,
): Patch | null {
  const name = kind.trim();
  if (from.id === to.id || name === '' || name.length > longestKind) return null;
  const before = from.links ?? [];
  const links = distinctLinks([...before, { to: to.id, document: to.document, kind: name }]);
  if (links.length === before.length) return null;
  return marksPatch('mark.link', [updateMark(from, { links }, stamp)], stamp);
}
const longestKind = 60;

export function unlinkMarks(from: Annotation, link: MarkLink, stamp: Stamp): Patch {
  const links = (from.links ?? []).filter(({ to, kind }) => to !== link.to || kind !== link.kind);
  return marksPatch('mark.link', [updateMark(from, { links }, stamp)], stamp);
}

/** The links of a mark that lead somewhere: one to a mark in the bin is kept, and shown again when that is back. */
export function shownLinks(
  mark: Annotation,
  isThere: (id: AnnotationId) => boolean,
): readonly MarkLink[] {
  return (mark.links ?? []).filter(({ to }) => isThere(to));
}

/** The marks that link to this one. */
export function linkedFrom(id: AnnotationId, marks: readonly Annotation[]): readonly Annotation[] {
  return marks.filter(({ links }) => links?.some(({ to }) => to === id) === true);
}
