import type { Annotation } from '../model/annotation.ts';
import { headingPath, outline, type OutlineItem } from '../text/outline.ts';
import { tagPaths } from '../text/tag-path.ts';
import { soundMarks, type Exportable, type Exported, type RefusedMark } from './exportable.ts';
import { escapeLine, hashtag, oneLine } from './markdown-escape.ts';

/**
 * Notes to read and keep: properties, then the marks in reading order under the headings of the text. Each mark is a
 * quotation with a block id (`^…`, from the mark's id, so that links to it outlive the next export), tags, and the note.
 */
export function toMarkdown(document: Exportable): Exported {
  const { entry, content, tags } = document;
  const { marks, refused } = soundMarks(document);
  const paths = tagPaths(tags);
  const headings = outline(content.blocks, content.text);
  const parts = [properties(document), `# ${escapeLine(oneLine(entry.title))}`];
  let above: readonly OutlineItem[] = [];
  for (const mark of marks) {
    const path = headingPath(headings, mark.span.start).filter(
      // A text that starts with its own title needs no second heading of that name.
      (item) => item.text !== entry.title,
    );
    path.forEach((item, depth) => {
      if (above[depth]?.start === item.start) return;
      parts.push(`${'#'.repeat(Math.min(depth + 2, 6))} ${escapeLine(oneLine(item.text))}`);
    });
    above = path;
    parts.push(...passage(mark, paths));
  }
  return { text: `${parts.join('\n\n')}\n`, refused };
}

/** The passages of a list under the titles of their texts, below a title that names the list. */
export function toMarkdownList(title: string, documents: readonly Exportable[]): Exported {
  const parts = [`# ${escapeLine(oneLine(title))}`];
  const left: RefusedMark[] = [];
  for (const document of documents) {
    const { marks, refused } = soundMarks(document);
    const paths = tagPaths(document.tags);
    left.push(...refused);
    if (marks.length === 0) continue;
    parts.push(`## ${escapeLine(oneLine(document.entry.title))}`);
    parts.push(...marks.flatMap((mark) => passage(mark, paths)));
  }
  return { text: `${parts.join('\n\n')}\n`, refused: left };
}

function properties({ entry, content }: Exportable): string {
  const { author, date, site } = content.details;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['title', entry.title],
    ['author', author],
    ['source', entry.sourceName],
    ['site', site],
    ['date', date],
  ];
  // A JSON string is a YAML string too, whatever it holds.
  const lines = pairs.flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  return ['---', ...lines, '---'].join('\n');
}

function passage(mark: Annotation, paths: ReadonlyMap<string, string>): string[] {
  const quote = mark.selector.quote
    .split('\n')
    .map((line) => (line.trim() === '' ? '>' : `> ${escapeLine(line)}`))
    .join('\n');
  const tags = mark.tags.flatMap((id) => paths.get(id) ?? []).map(hashtag);
  return [
    quote,
    `^${mark.id}`,
    ...(tags.length === 0 ? [] : [tags.join(' ')]),
    ...(mark.note.trim() === '' ? [] : [mark.note.trim()]),
  ];
}
