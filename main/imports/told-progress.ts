import type { ImportProgress } from '../../core/contract.ts';

/** At most ten times a second, ms. */
const apart = 100;

/** Tells how far a run is: the first word and the last at once, those between no more often than can be read. */
export class ToldProgress {
  readonly #tell: (progress: ImportProgress) => void;
  readonly #now: () => number;
  #last = -Infinity;
  #done = 0;
  #total = 0;

  constructor(tell: (progress: ImportProgress) => void, now = () => performance.now()) {
    this.#tell = tell;
    this.#now = now;
  }

  /** There is one file and no other. */
  get alone(): boolean {
    return this.#total === 1;
  }

  more(files: number): void {
    this.#total += files;
  }

  /** A file is begun. */
  begin(name: string): void {
    const now = this.#now();
    if (now - this.#last < apart) return;
    this.#last = now;
    this.#tell({ done: this.#done, total: this.#total, name });
  }

  /** Pages of the file at work can be shown: never left out. */
  pages(name: string): void {
    this.#tell({ done: this.#done, total: this.#total, name, pages: true });
  }

  end(): void {
    this.#done += 1;
  }
}
