import type { Result } from '../../core/contract.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { Library } from '../store/library-types.ts';
import { ok } from '../store/outcome.ts';

/** The marks of other texts that marks of this one link to, and those that link to marks of this one. */
export async function linkedMarks(
  library: Library,
  id: DocumentId,
): Promise<Result<readonly Annotation[]>> {
  const own = await library.annotations(id);
  if (!own.ok) return own;
  const targets = new Set<AnnotationId>(
    own.value.flatMap(({ links = [] }) => links.map(({ to }) => to)),
  );
  const found: Annotation[] = [];
  for (const { id: other, removed } of library.documents()) {
    if (other === id || removed !== null) continue;
    const marks = await library.annotations(other);
    // A text whose marks cannot be read says so where it is opened.
    if (!marks.ok) continue;
    for (const mark of marks.value) {
      const linksHere = mark.links?.some(({ document }) => document === id) === true;
      if (linksHere || targets.has(mark.id)) found.push(mark);
    }
  }
  return ok(found);
}
