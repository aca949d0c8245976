import type { ListPlace } from '../../core/model/block.ts';
import { importMessages } from '../../core/messages/en/imports.ts';
import type { DraftAnchor, DraftBlock, DraftInline } from '../../core/text/draft.ts';
import { tableBlocks, type CellBlocks } from './draft-tables.ts';
import { ImportRefused } from './import-refused.ts';
import type { Source } from './imported-draft.ts';
import { deepestPlace } from './limits.ts';
import { LineWriter } from './line-writer.ts';

/** What the text that is written now becomes. */
export interface Place {
  readonly kind: 'paragraph' | 'code' | { readonly heading: number };
  readonly quote: number;
  readonly list: ListPlace | null;
}
export const inText: Place = { kind: 'paragraph', quote: 0, list: null };

/** Anchors and text can still grow while the block is the last one. */
type Written = DraftBlock & { anchors?: DraftAnchor[] };

/** The blocks of a document as they are written, line by line. It stops at the limit of blocks, not after it. */
export class BlockWriter {
  readonly line = new LineWriter();
  #blocks: Written[] = [];
  readonly #aside: Written[][] = [];
  #count = 0;
  /** Empty lines of code, which count only between others. */
  #emptyLines = 0;

  constructor(private readonly source: Pick<Source, 'limits' | 'name'>) {}

  get written(): number {
    return this.line.written;
  }

  /** Ends the block: what was written since the last one stands in `place`. Gives its text. */
  end({ kind, quote, list }: Place): string {
    const { text, inlines, anchors } = this.line.take(kind === 'code');
    const context = {
      quote: Math.min(quote, deepestPlace),
      list: list && { ...list, depth: Math.min(Math.max(list.depth, 1), deepestPlace) },
      ...(anchors.length > 0 && { anchors }),
    };
    const pictures = inlines.filter((inline) => inline.kind === 'picture');
    if (text === '' && pictures.length > 0) {
      this.#pictures(pictures, context);
    } else if (text === '' && anchors.length === 0) {
      if (kind === 'code') this.#emptyLines += 1;
    } else if (kind === 'paragraph') {
      this.push({ kind, text, inlines, ...context });
    } else if (kind === 'code') {
      this.#code(text, context);
    } else {
      const level = Math.min(Math.max(kind.heading, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
      this.push({
        kind: 'heading',
        level,
        text: text.replace(/[\n\t]/g, ' '),
        inlines,
        ...context,
      });
    }
    return text;
  }

  push(block: DraftBlock): void {
    this.#count += 1;
    const { limits, name } = this.source;
    if (this.#count > limits.blocks) {
      const limit = limits.blocks.toLocaleString('en');
      throw new ImportRefused('file-too-large', importMessages.tooManyBlocks(name, limit));
    }
    const { anchors, ...rest } = block;
    this.#blocks.push({ ...rest, ...(anchors && { anchors: [...anchors] }) });
  }

  /** Where a stretch ends: behind the text that is there, not before the text that follows. */
  anchorBehind(name: string): void {
    const last = this.#blocks.at(-1);
    if (this.line.length > 0 || last === undefined || !('text' in last)) this.line.anchor(name);
    else (last.anchors ??= []).push({ name, at: last.text.length });
  }

  /** The blocks that `write` writes, apart from all others. */
  apart(write: () => void): DraftBlock[] {
    this.begin();
    write();
    return this.finish();
  }

  /** What is written from here on stands apart, until `finish` gives it. */
  begin(): void {
    this.#aside.push(this.#blocks);
    this.#blocks = [];
  }

  finish(): DraftBlock[] {
    this.end(inText);
    const written = this.#blocks;
    this.#blocks = this.#aside.pop() ?? [];
    return written;
  }

  table(rows: readonly (readonly CellBlocks[])[], place: Place): void {
    const context = { quote: Math.min(place.quote, deepestPlace), list: place.list };
    for (const block of tableBlocks(rows, context)) this.push(block);
  }

  take(): readonly DraftBlock[] {
    this.end(inText);
    return this.#blocks;
  }

  #pictures(
    pictures: readonly DraftInline[],
    { anchors, ...context }: Pick<DraftBlock, 'quote' | 'list' | 'anchors'>,
  ): void {
    pictures.forEach((inline, index) => {
      if (inline.kind !== 'picture') return;
      const { picture, alternative: text } = inline;
      const named = index === 0 && anchors ? { anchors } : {};
      this.push({ kind: 'image', text, picture, ...context, ...named });
    });
  }

  /** Lines of code stand in paragraphs of their own; neighbours are one block. */
  #code(text: string, context: Pick<DraftBlock, 'quote' | 'list' | 'anchors'>): void {
    const last = this.#blocks.at(-1);
    if (last?.kind !== 'code' || context.anchors !== undefined) {
      this.push({ kind: 'code', text, language: null, ...context });
    } else {
      const gap = '\n'.repeat(this.#emptyLines + 1);
      this.#blocks[this.#blocks.length - 1] = { ...last, text: `${last.text}${gap}${text}` };
    }
    this.#emptyLines = 0;
  }
}
