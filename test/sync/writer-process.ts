import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { Tag } from '../../core/model/tag.ts';
import type { Fate } from './busy-side.ts';

/** What a reader would see. */
export interface Contents {
  readonly documents: readonly DocumentEntry[];
  readonly tags: readonly Tag[];
  readonly marks: readonly Annotation[];
}

/** One line to a writer; `pause`: milliseconds between two marks on average. */
export type Order =
  | {
      readonly kind: 'work';
      readonly marks: number;
      readonly pause: number;
      readonly mixed: boolean;
    }
  | { readonly kind: 'look' }
  | { readonly kind: 'report' };

/** One line from a writer: an edit that was acknowledged, or the answer to an order. */
export type Said = { readonly fate: Fate } | { readonly contents: Contents | null };

/** A process of its own that has a library open. */
export class WriterProcess {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #ended: Promise<number | null>;
  #answer: (contents: Contents | null) => void = () => undefined;
  /** The marks that the process was told are saved and has not taken away again. */
  readonly kept = new Set<string>();
  readonly gone = new Set<string>();

  /** `child`: writer.ts as one plain file. */
  constructor(child: string, folder: string, name: string, skew: number) {
    this.#process = spawn(process.execPath, [child, folder, name, String(skew)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // A process that is gone is told of by its end.
    this.#process.stdin.on('error', () => undefined);
    this.#ended = once(this.#process, 'close').then(([code]) => code as number | null);
    createInterface(this.#process.stdout).on('line', (line) => {
      const said = JSON.parse(line) as Said;
      if ('contents' in said) this.#answer(said.contents);
      else if (said.fate.kept) this.kept.add(said.fate.id);
      else {
        this.kept.delete(said.fate.id);
        this.gone.add(said.fate.id);
      }
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Answers when the order is carried out; one at a time. */
  async order(order: Order): Promise<Contents | null> {
    const answer = new Promise<Contents | null>((resolve) => (this.#answer = resolve));
    this.#process.stdin.write(`${JSON.stringify(order)}\n`);
    const early = this.#ended.then((code) => {
      throw new Error(`the writer ended with ${code}`);
    });
    return Promise.race([answer, early]);
  }

  async close(): Promise<void> {
    this.#process.stdin.end();
    const code = await this.#ended;
    if (code !== 0) throw new Error(`the writer ended with ${code}`);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
