import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { Tag } from '../../core/model/tag.ts';
import { tagPaths } from '../../core/text/tag-path.ts';

// The shapes that `--json` prints: scripts rely on them.

export function documentJson({ id, title, format, characters }: DocumentEntry): object {
  return { id, title, format, characters };
}

/** `start` and `end` count UTF-16 units of the canonical text, half-open; `tags` are full paths. */
export function annotationJson(tags: readonly Tag[]): (mark: Annotation) => object {
  const paths = tagPaths(tags);
  return ({ id, selector, span, tags: ids, colour, note, created }) => ({
    id,
    quote: selector.quote,
    start: span.start,
    end: span.end,
    tags: ids.flatMap((tag) => paths.get(tag) ?? []),
    colour,
    note,
    created,
  });
}

export function json(values: object): string {
  return `${JSON.stringify(values, null, 2)}\n`;
}

/** A text of any length as part of one line. */
export function short(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}
