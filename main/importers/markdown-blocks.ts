import type { Heading, List, ListItem, Nodes, PhrasingContent, Root, Table } from 'mdast';
import type { ListPlace } from '../../core/model/block.ts';
import type { DraftBlock, DraftCell } from '../../core/text/draft.ts';
import { htmlText } from './html-text.ts';
import { deepestPlace } from './limits.ts';
import { writePhrasing } from './markdown-inlines.ts';
import { MarkdownReferences } from './markdown-references.ts';
import { TextRun } from './text-run.ts';

interface Place {
  readonly quote: number;
  readonly listDepth: number;
}

/** The blocks of a Markdown tree in reading order, with the footnotes at the end. */
export function markdownBlocks(root: Root): readonly DraftBlock[] {
  const walk = new MarkdownWalk(new MarkdownReferences(root));
  walk.children(root.children, { quote: 0, listDepth: 0 });
  walk.footnotes();
  return walk.blocks;
}

class MarkdownWalk {
  readonly blocks: DraftBlock[] = [];
  /** The mark of a list item, until its first block takes it. */
  private marker: string | null = null;
  /** The number of a footnote, until its first paragraph takes it. */
  private noteNumber: number | null = null;

  constructor(private readonly references: MarkdownReferences) {}

  children(nodes: readonly Nodes[], place: Place): void {
    for (const node of nodes) this.node(node, place);
  }

  footnotes(): void {
    // A note may name notes of its own, so the list can grow while it is written.
    for (let next = this.references.takeNote(); next !== null; next = this.references.takeNote()) {
      this.noteNumber = next.number;
      this.children(next.note.children, { quote: 0, listDepth: 0 });
    }
  }

  private node(node: Nodes, place: Place): void {
    switch (node.type) {
      case 'paragraph':
        this.text(node.children, place, null);
        return;
      case 'heading':
        this.text(node.children, place, node.depth);
        return;
      case 'blockquote':
        this.children(node.children, { ...place, quote: place.quote + 1 });
        return;
      case 'list':
        this.list(node, place);
        return;
      case 'code':
        this.blocks.push({
          kind: 'code',
          text: node.value,
          language: language(node.lang),
          ...this.context(place),
        });
        return;
      case 'table':
        this.blocks.push({ kind: 'table', rows: this.rows(node), ...this.context(place) });
        return;
      case 'thematicBreak':
        this.blocks.push({ kind: 'rule', ...this.context(place) });
        return;
      case 'html':
        this.html(node.value, place);
        return;
      default:
        // Definitions are read by the references; all other kinds stand inside the ones above.
        return;
    }
  }

  private text(
    nodes: readonly PhrasingContent[],
    place: Place,
    level: Heading['depth'] | null,
  ): void {
    const run = new TextRun();
    if (this.noteNumber !== null) run.write(`[${this.noteNumber}] `);
    this.noteNumber = null;
    writePhrasing(nodes, run, this.references);
    const images = run.images();
    const { text, inlines } = run.take();
    if (images.length > 0) {
      for (const image of images) {
        this.blocks.push({ kind: 'image', text: image.text, ...this.context(place) });
      }
    } else if (text !== '') {
      this.blocks.push(
        level === null
          ? { kind: 'paragraph', text, inlines, ...this.context(place) }
          : {
              kind: 'heading',
              level,
              text: text.replace(/\n/g, ' '),
              inlines,
              ...this.context(place),
            },
      );
    }
  }

  private list(list: List, place: Place): void {
    const inside = { ...place, listDepth: place.listDepth + 1 };
    list.children.forEach((item, index) => {
      this.marker = markerOf(item, list, index);
      this.children(item.children, inside);
      this.marker = null;
    });
  }

  private rows(table: Table): DraftCell[][] {
    return table.children.map((row, index) =>
      row.children.map((cell) => {
        const run = new TextRun();
        writePhrasing(cell.children, run, this.references);
        return { ...run.take(), header: index === 0 };
      }),
    );
  }

  /** A block of HTML is its text: one paragraph to a run of lines. */
  private html(html: string, place: Place): void {
    for (const part of htmlText(html).split('\n')) {
      const run = new TextRun();
      run.write(part);
      const { text, inlines } = run.take();
      if (text !== '')
        this.blocks.push({ kind: 'paragraph', text, inlines, ...this.context(place) });
    }
  }

  private context(place: Place): { readonly quote: number; readonly list: ListPlace | null } {
    const quote = Math.min(place.quote, deepestPlace);
    if (place.listDepth === 0) return { quote, list: null };
    const marker = this.marker;
    this.marker = null;
    return { quote, list: { depth: Math.min(place.listDepth, deepestPlace), marker } };
  }
}

function markerOf(item: ListItem, list: List, index: number): string {
  if (typeof item.checked === 'boolean') return item.checked ? '☑' : '☐';
  return list.ordered === true ? `${(list.start ?? 1) + index}.` : '•';
}

function language(name: string | null | undefined): string | null {
  return name === null || name === undefined || name === '' ? null : name;
}
