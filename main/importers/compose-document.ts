import type { DocumentContent, DocumentFormat, SourceNotice } from '../../core/model/document.ts';
import type { DocumentPages, Page } from '../../core/model/pages.ts';
import { composeText, type Composed } from '../../core/text/compose.ts';
import type { ImportedDocument, ImportedDraft, ImportOptions } from './imported-draft.ts';
import type { ImportLimits } from './limits.ts';
import { takePictures } from './pictures.ts';

/** Strings a draft into the canonical text and puts everything that names a place in it at its offset. */
export function composeDocument(
  draft: ImportedDraft,
  format: DocumentFormat,
  { variant }: ImportOptions,
  limits: ImportLimits,
): ImportedDocument {
  const taken = takePictures(draft.pictures ?? new Map(), limits);
  const composed = composeText(draft.blocks, taken.byKey);
  const { text, blocks, anchors } = composed;
  const placed = <T extends { readonly to: string }>(items: readonly T[] = []) =>
    items.flatMap(({ to, ...item }) => {
      const start = anchors.get(to);
      return start === undefined ? [] : [{ ...item, start }];
    });
  const outline = placed(draft.outline);
  const parts = placed(draft.parts);
  const marks = (draft.marks ?? []).flatMap(({ from, to, ...mark }) => {
    const start = anchors.get(from);
    const end = anchors.get(to);
    return start === undefined || end === undefined || end <= start
      ? []
      : [{ ...mark, start, end }];
  });
  const notices = withLeftOut(draft.notices ?? [], taken.leftOut);
  const cover = draft.cover === undefined ? undefined : taken.byKey.get(draft.cover)?.file;
  const pages = draft.pages === undefined ? null : pagesOf(draft.pages, composed);
  const content: DocumentContent = {
    title: draft.title,
    format,
    variant,
    details: draft.details,
    text,
    blocks,
    ...(outline.length > 0 && { outline }),
    ...(parts.length > 0 && { parts }),
    ...(notices.length > 0 && { notices }),
    ...(marks.length > 0 && { marks }),
    ...(cover !== undefined && { cover }),
    ...(pages !== null && { paged: true }),
  };
  return { content, pictures: taken.files, pages };
}

function withLeftOut(notices: readonly SourceNotice[], count: number): readonly SourceNotice[] {
  return count === 0 ? notices : [...notices, { kind: 'pictures-left-out', count }];
}

/** Runs in the order of the text; a page without any begins where the one before it ends. */
function pagesOf(
  drafts: NonNullable<ImportedDraft['pages']>,
  { text, anchors, runs }: Composed,
): DocumentPages {
  const byPage = drafts.map((): number[] => []);
  const starts = drafts.map(() => -1);
  for (const { page, start, end, left, top, width, height, angle } of runs) {
    byPage[page]?.push(start, end, left, top, width, height, angle);
    if (starts[page] === -1) starts[page] = start;
  }
  let after = text.length;
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const start = starts[index] ?? -1;
    after = start === -1 ? after : Math.min(start, after);
    starts[index] = index === 0 ? 0 : after;
  }
  return drafts.map(({ label, width, height, links }, index): Page => {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    return {
      label,
      width,
      height,
      start,
      end,
      runs: byPage[index] ?? [],
      links: links.flatMap(({ to, ...box }) => {
        const target = 'href' in to ? to.href : anchors.get(to.anchor);
        return target === undefined ? [] : [{ ...box, to: target }];
      }),
    };
  });
}
