import { shownColour } from '../edit/retag.ts';
import { exportMessages as messages } from '../messages/en/exports.ts';
import { toCodePoints } from '../text/code-points.ts';
import { headingPath, outline } from '../text/outline.ts';
import { tagPaths } from '../text/tag-path.ts';
import { writeCsv } from './csv-table.ts';
import { soundMarks, type Exportable, type Exported } from './exportable.ts';

/**
 * One row per mark, after RFC 4180: CRLF, quotes doubled, a header. Tags are full paths joined by "; ", places count
 * code points, as R and Python do, dates are UTC.
 */
export function toCsv(...documents: readonly Exportable[]): Exported {
  const parts = documents.map(rowsOf);
  const text = writeCsv([messages.csvHeader, ...parts.flatMap(({ rows }) => rows)]);
  return { text, refused: parts.flatMap(({ refused }) => refused) };
}

function rowsOf(document: Exportable) {
  const { entry, content, tags } = document;
  const { marks, refused } = soundMarks(document);
  const paths = tagPaths(tags);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const headings = outline(content.blocks, content.text);
  const places = toCodePoints(
    content.text,
    marks.map((mark) => mark.span),
  );
  const rows = marks.map((mark, index) => [
    mark.id,
    entry.title,
    headingPath(headings, mark.span.start)
      .map((item) => item.text)
      .join(' › '),
    mark.selector.quote,
    mark.note,
    mark.tags.flatMap((id) => paths.get(id) ?? []).join('; '),
    shownColour(mark, byId),
    places[index]?.start ?? 0,
    places[index]?.end ?? 0,
    mark.author,
    mark.created,
    mark.modified,
    (mark.links ?? []).map(({ to, kind }) => `${kind} ${to}`).join('; '),
  ]);
  return { rows, refused };
}
