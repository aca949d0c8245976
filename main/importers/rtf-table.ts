import type { BlockWriter } from './block-writer.ts';
import { inText } from './block-writer.ts';
import type { CellBlocks } from './draft-tables.ts';
import type { DraftBlock } from '../../core/text/draft.ts';

interface Table {
  readonly rows: CellBlocks[][];
  row: CellBlocks[];
}

/** Tables inside tables deeper than this are read as one. */
const deepest = 16;

/** The tables that are open while an RTF file is read: it says where cells and rows end, and never where a table begins. */
export class RtfTables {
  readonly #open: Table[] = [];

  constructor(private readonly writer: BlockWriter) {}

  /** Before something is written at a depth: tables begin and end as it asks. */
  at(depth: number): void {
    const wanted = Math.min(depth, deepest);
    while (this.#open.length > wanted) this.#close();
    while (this.#open.length < wanted) {
      // What stands before a table is a block of its own.
      this.writer.end(inText);
      this.#open.push({ rows: [], row: [] });
      this.writer.begin();
    }
  }

  cell(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    table.row.push({ header: false, blocks: this.writer.finish() });
    this.writer.begin();
  }

  row(header: boolean): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    const rest = this.writer.finish();
    this.writer.begin();
    this.#endRow(table, rest, header);
  }

  #endRow(table: Table, rest: readonly DraftBlock[], header = false): void {
    if (rest.length > 0) table.row.push({ header: false, blocks: rest });
    if (table.row.length > 0) table.rows.push(table.row.map((cell) => ({ ...cell, header })));
    table.row = [];
  }

  #close(): void {
    const rest = this.writer.finish();
    const table = this.#open.pop();
    if (table === undefined) return;
    this.#endRow(table, rest);
    this.writer.table(table.rows, inText);
  }
}
