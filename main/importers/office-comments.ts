import type { BlockWriter } from './block-writer.ts';
import type { DraftMark } from './imported-draft.ts';

export interface Comment {
  readonly author: string | null;
  readonly date: string | null;
  readonly text: string;
}

/** Where the comments of a document stand, from anchor to anchor. What a comment covers without words is its paragraph. */
export class OfficeComments {
  readonly #starts = new Map<string, number>();
  readonly #ended = new Set<string>();

  constructor(private readonly writer: BlockWriter) {}

  start(id: string): void {
    if (this.#starts.has(id)) return;
    this.#starts.set(id, this.writer.written);
    this.writer.line.anchor(startName(id));
  }

  end(id: string): void {
    const start = this.#starts.get(id);
    if (start === undefined || this.#ended.has(id)) return;
    this.#ended.add(id);
    if (this.writer.written > start) this.writer.anchorBehind(endName(id));
    else this.#paragraph(id);
  }

  /** Where the comment is only named; one that has a range says no more by that. */
  point(id: string): void {
    if (this.#ended.has(id)) return;
    const start = this.#starts.get(id);
    this.#starts.set(id, this.writer.written);
    this.#ended.add(id);
    if (start === undefined) this.#paragraph(id);
    else this.writer.anchorBehind(endName(id));
  }

  marks(comments: Iterable<readonly [string, Comment]>): DraftMark[] {
    return [...comments].flatMap(([id, { author, date, text }]) =>
      this.#ended.has(id)
        ? [{ from: startName(id), to: endName(id), colour: null, note: text, author, date }]
        : [],
    );
  }

  #paragraph(id: string): void {
    this.writer.line.anchor(startName(id), 0);
    this.writer.line.anchor(endName(id));
  }
}

/** A thread as one note: what was answered follows, with who said it. */
export function withReplies(text: string, replies: readonly Comment[]): string {
  return [text, ...replies.map(({ author, text: reply }) => spoken(author, reply))]
    .filter((part) => part !== '')
    .join('\n\n');
}

function spoken(author: string | null, text: string): string {
  return author === null ? text : `${author}: ${text}`;
}

/** As ISO, or null where it is no date. */
export function isoDate(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d\d-\d\d/.test(text)) return null;
  const date = new Date(text.trim());
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function startName(id: string): string {
  return `comment:${id}`;
}

function endName(id: string): string {
  return `comment-end:${id}`;
}
