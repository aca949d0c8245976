import { blockOf, type PdfBlock } from './pdf-blocks.ts';
import { partFurniture } from './pdf-furniture.ts';
import { bodyType, type BodyType } from './pdf-headings.ts';
import { regionsOf } from './pdf-order.ts';
import { isFinished, paragraphsOf, type Paragraph } from './pdf-paragraphs.ts';
import type { Line, ReadPage } from './pdf-types.ts';
import { collectCompounds } from './pdf-words.ts';

export interface PdfText {
  readonly blocks: readonly PdfBlock[];
  readonly body: BodyType;
}

interface PageText {
  readonly head: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly foot: readonly Paragraph[];
}

/** All pages as blocks in reading order; furniture at the start and end of its page, never within a paragraph. */
export function textOf(pages: readonly ReadPage[]): PdfText {
  const texts = partFurniture(pages).map(({ head, body, foot }, page): PageText => {
    const furniture = (lines: readonly Line[]): readonly Paragraph[] =>
      lines.map((line) => ({ page, lines: [line], marker: null, furniture: true, spaced: true }));
    const paragraphs = regionsOf(body).map((region) => paragraphsOf(region, page));
    return { head: furniture(head), body: acrossColumns(paragraphs), foot: furniture(foot) };
  });
  const compounds = new Set<string>();
  const lines = texts.flatMap(({ body }) => body.flatMap((one) => one.lines));
  for (const { text } of lines) collectCompounds(text, compounds);

  const blocks: PdfBlock[] = [];
  const add = (paragraph: Paragraph, continued: Paragraph | null = null): void => {
    blocks.push(blockOf(paragraph, continued, compounds));
  };
  let taken = false;
  texts.forEach(({ head, body, foot }, page) => {
    const own = taken ? body.slice(1) : body;
    const last = own.at(-1);
    const next = texts[page + 1]?.body[0];
    taken = last !== undefined && next !== undefined && goesOn(last, next);
    for (const one of head) add(one);
    for (const one of taken ? own.slice(0, -1) : own) add(one);
    for (const one of foot) add(one);
    if (taken && last !== undefined && next !== undefined) add(last, next);
  });
  return { blocks, body: bodyType(lines) };
}

/** A paragraph that the end of a column cut in two becomes one again. */
function acrossColumns(columns: readonly (readonly Paragraph[])[]): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  for (const [first, ...rest] of columns) {
    const last = joined.at(-1);
    if (first === undefined) continue;
    if (last !== undefined && goesOn(last, first)) {
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...first.lines] };
    } else joined.push(first);
    joined.push(...rest);
  }
  return joined;
}

function goesOn(last: Paragraph, next: Paragraph): boolean {
  const [end, begin] = [last.lines.at(-1), next.lines[0]];
  if (end === undefined || begin === undefined || next.marker !== null) return false;
  return (
    end.angle === begin.angle &&
    Math.abs(end.size - begin.size) < 0.08 * end.size &&
    !end.tabular &&
    !begin.tabular &&
    end.text.length > 12 &&
    !isFinished(end.text) &&
    /^\p{Ll}/u.test(begin.text)
  );
}
