import { describeSpan } from '../../core/anchor/describe.ts';
import type { Change, Patch, Stamp } from '../../core/edit/patch.ts';
import { tagAddition } from '../../core/edit/tags.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { MarkColour } from '../../core/model/colours.ts';
import type { DocumentContent, DocumentId } from '../../core/model/document.ts';
import type { Span } from '../../core/model/span.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { outline } from '../../core/text/outline.ts';
import { planTag } from '../../core/edit/plan-tag.ts';

/** A mark as a person asks for it: tags by path, made where they are missing. */
export interface Passage {
  readonly span: Span;
  /** Of the mark and of the tags that are made for it. */
  readonly colour: MarkColour;
  readonly tags: readonly string[];
  readonly note: string;
  readonly author: string;
}

export interface MarkedPassages {
  readonly patch: Patch;
  readonly annotations: readonly Annotation[];
}

/** One edit that makes these marks and the tags they need; `badTag` where a path is no name for a tag. */
export function markPassages(
  document: { readonly id: DocumentId; readonly content: DocumentContent },
  known: readonly Tag[],
  passages: readonly Passage[],
  stamp: Stamp,
): MarkedPassages | { readonly badTag: string } {
  const { text, blocks } = document.content;
  const headings = outline(blocks, text);
  const tags: Tag[] = [...known];
  const annotations: Annotation[] = [];
  const now = stamp.now();
  for (const { span, colour, note, author, tags: paths } of passages) {
    const ids = new Set<TagId>();
    for (const path of paths) {
      const plan = planTag(tags, path, stamp, colour);
      if (plan === null) return { badTag: path };
      tags.push(...plan.additions);
      ids.add(plan.id);
    }
    annotations.push({
      id: stamp.id(),
      document: document.id,
      span,
      selector: describeSpan(text, headings, span),
      colour,
      tags: [...ids],
      note,
      author,
      created: now,
      modified: now,
    });
  }
  const changes = [...tags.slice(known.length).map(tagAddition), ...annotations.map(addition)];
  return { patch: { id: stamp.id(), at: now, label: 'mark.add', changes }, annotations };
}

function addition(mark: Annotation): Change {
  const { document, id } = mark;
  return { entity: 'annotation', document, id, before: null, after: mark };
}
