import type { OpenedDocument, Result, SectionContent } from '../../core/contract.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentId, SourceMark } from '../../core/model/document.ts';
import type { DocumentPages } from '../../core/model/pages.ts';
import { spansOverlap } from '../../core/model/span.ts';
import { outline } from '../../core/text/outline.ts';
import { sectionAt } from '../../core/text/sections.ts';
import { takeSourceMarks, usableMarks } from '../../core/edit/source-marks.ts';
import type { Services } from '../services.ts';
import type { AppliedEdit, Library } from '../store/library-types.ts';
import { failed, ok } from '../store/outcome.ts';

/** So many come with the text, all at once. */
const fewMarks = 400;

/** All that the first screen needs: the sections before, at and after the reading place come with it. */
export async function openDocument(
  library: Library,
  id: DocumentId,
): Promise<Result<OpenedDocument>> {
  const entry = library.documents().find((document) => document.id === id);
  if (entry === undefined) return failed('not-found', messages.noDocument);
  const content = await library.content(id);
  if (!content.ok) return content;
  const annotations = await library.annotations(id);
  if (!annotations.ok) return annotations;
  const sections = await library.sections(id);
  if (!sections.ok) return sections;
  const place = library.places()[id] ?? null;
  const at = sectionAt(sections.value, place?.offset ?? 0);
  const first = await sectionsFrom(library, id, Math.max(0, at - 1), at === 0 ? 2 : 3);
  if (!first.ok) return first;
  const [firstIndex, lastIndex] = [first.value[0]?.index ?? 0, first.value.at(-1)?.index ?? 0];
  const start = sections.value[firstIndex]?.start ?? 0;
  const end = sections.value[lastIndex]?.end ?? 0;
  const { notices, marks: own, cover, paged } = content.value;
  const pages = paged === true ? await pageSizes(library, id) : null;
  const few = annotations.value.length <= fewMarks;
  return ok({
    entry,
    details: content.value.details,
    sections: sections.value,
    outline: content.value.outline ?? outline(content.value.blocks, content.value.text),
    ...(notices && { notices }),
    ...(own && { sourceMarks: own.length }),
    ...(cover !== undefined && { cover }),
    ...(pages && { pages }),
    annotations: few
      ? annotations.value
      : annotations.value.filter(({ span }) => spansOverlap(span, { start, end })),
    marks: annotations.value.length,
    place,
    first: first.value,
  });
}

/** Null where pages.json cannot be had: the text is still good to read. */
async function pageSizes(
  library: Library,
  id: DocumentId,
): Promise<OpenedDocument['pages'] | null> {
  const pages = await library.pages(id);
  if (!pages.ok) return null;
  return pages.value.map(({ label, width, height, start, end }) => ({
    label,
    width,
    height,
    start,
    end,
  }));
}

/** What pages show, for up to `count` pages from `from` on. */
export async function pagesFrom(
  library: Library,
  id: DocumentId,
  from: number,
  count: number,
): Promise<Result<DocumentPages>> {
  const pages = await library.pages(id);
  return pages.ok ? ok(pages.value.slice(from, from + count)) : pages;
}

/** The marks that the source itself holds. */
export async function sourceMarks(
  library: Library,
  id: DocumentId,
): Promise<Result<readonly SourceMark[]>> {
  const content = await library.content(id);
  return content.ok ? ok(usableMarks(content.value)) : content;
}

/** Adds those that are missing to the reader's own; null where none is. */
export async function takeMarks(
  { library, stamp }: Pick<Services, 'library' | 'stamp'>,
  id: DocumentId,
): Promise<Result<AppliedEdit | null>> {
  const content = await library.content(id);
  if (!content.ok) return content;
  const there = await library.annotations(id);
  if (!there.ok) return there;
  const patch = takeSourceMarks({ id, content: content.value }, there.value, stamp);
  if (patch === null) return ok(null);
  const applied = await library.apply(patch);
  return applied.ok ? ok({ patch, history: applied.value }) : applied;
}

/** Marks from position `from` of the reading order on. */
export async function marksFrom(
  library: Library,
  id: DocumentId,
  from: number,
  count: number,
): Promise<Result<readonly Annotation[]>> {
  const marks = await library.annotations(id);
  return marks.ok ? ok(marks.value.slice(from, from + count)) : marks;
}

/** Up to `count` sections from index `from`; fewer where the text ends before. */
export async function sectionsFrom(
  library: Library,
  id: DocumentId,
  from: number,
  count: number,
): Promise<Result<readonly SectionContent[]>> {
  const sections = await library.sections(id);
  if (!sections.ok) return sections;
  const found: SectionContent[] = [];
  for (let index = from; index < Math.min(from + count, sections.value.length); index++) {
    const section = await library.section(id, index);
    if (!section.ok) return section;
    found.push(section.value);
  }
  return ok(found);
}
