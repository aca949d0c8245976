import type { DraftBlock } from '../../core/text/draft.ts';
import type { BlockWriter } from './block-writer.ts';
import { plain, raised, type Look } from './line-writer.ts';

export interface Note {
  readonly key: string;
  /** As the text names it: "[3]", or a sign of the author's own. */
  readonly label: string;
  /** A note with its own sign begins with it by itself. */
  readonly own: boolean;
}

/**
 * Footnotes and endnotes: named where they are referred to, written at the end of the text in the order of the
 * references, each once; the name leads to the note and the note's name leads back.
 */
export class OfficeNotes {
  readonly #referred = new Map<string, Note>();

  refer(key: string, named: Omit<Note, 'key'>, writer: BlockWriter, look: Look): void {
    const known = this.#referred.get(key);
    const note = known ?? { key, ...named };
    if (known === undefined) {
      this.#referred.set(key, note);
      writer.line.anchor(backName(key));
    }
    writer.line.write(note.label, raised({ ...look, to: { jump: noteName(key) } }));
  }

  /** Begins a note's first line. */
  begin({ key, label, own }: Note, writer: BlockWriter): void {
    writer.line.anchor(noteName(key));
    if (own) return;
    writer.line.write(label, { styles: [], to: { jump: backName(key) } });
    writer.line.write(' ', plain);
  }

  /** Notes may refer to notes, so `write` may add to what is still to come. */
  finish(writer: BlockWriter, write: (note: Note) => void): void {
    let first = true;
    for (const note of this.#referred.values()) {
      if (first) writer.push(rule);
      first = false;
      write(note);
    }
  }
}

const rule: DraftBlock = { kind: 'rule', quote: 0, list: null };

function noteName(key: string): string {
  return `note:${key}`;
}

function backName(key: string): string {
  return `back:${key}`;
}
