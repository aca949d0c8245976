import { exportMessages as messages } from '../messages/en/exports.ts';
import type { Annotation } from '../model/annotation.ts';
import type { DocumentContent, DocumentEntry } from '../model/document.ts';
import { compareSpans, type Span } from '../model/span.ts';
import type { Tag } from '../model/tag.ts';

/** What every exporter takes: a document with its marks and the whole codebook. */
export interface Exportable {
  readonly entry: DocumentEntry;
  readonly content: Pick<DocumentContent, 'text' | 'blocks' | 'details'>;
  readonly annotations: readonly Annotation[];
  readonly tags: readonly Tag[];
}

/** A mark that no export may carry, because it would tell another program a wrong passage. */
export interface RefusedMark {
  readonly annotation: Annotation;
  readonly reason: string;
}

export interface Exported {
  readonly text: string;
  readonly refused: readonly RefusedMark[];
}

/** Parts the marks into those whose place holds their quote, in reading order, and those that are refused. */
export function soundMarks({ content, annotations }: Exportable): {
  readonly marks: readonly Annotation[];
  readonly refused: readonly RefusedMark[];
} {
  const marks: Annotation[] = [];
  const refused: RefusedMark[] = [];
  for (const annotation of annotations) {
    const reason = fault(content.text, annotation);
    if (reason === null) marks.push(annotation);
    else refused.push({ annotation, reason });
  }
  return { marks: marks.sort((a, b) => compareSpans(a.span, b.span)), refused };
}

function fault(text: string, { span, selector }: Annotation): string | null {
  if (span.start >= span.end || span.end > text.length) {
    return messages.outsideText(span.start, span.end, text.length);
  }
  if (text.slice(span.start, span.end) !== selector.quote) return messages.notItsQuote;
  return cutsCharacter(text, span) ? messages.cutsCharacter : null;
}

/** Half a surrogate pair has no place in code points. */
function cutsCharacter(text: string, { start, end }: Span): boolean {
  return [start, end].some((at) => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff);
}
