import { Low } from 'lowdb';
import {
  DurableAdapter,
  OutsideChange,
  type AdapterOptions,
  type ReadOutcome,
} from './durable-adapter.ts';
import type { SeenFile } from './seen-file.ts';

/** One JSON file of the library: lowdb over the durable adapter. */
export class DataFile<T> {
  readonly #adapter: DurableAdapter<T>;
  readonly #low: Low<T>;

  private constructor(options: AdapterOptions<T>, empty: T) {
    this.#adapter = new DurableAdapter(options);
    this.#low = new Low(this.#adapter, empty);
  }

  /** Throws the system's error where the file can be neither read nor called damaged. */
  static async open<T>(options: AdapterOptions<T>, empty: T): Promise<DataFile<T>> {
    const file = new DataFile(options, empty);
    await file.#low.read();
    return file;
  }

  get data(): T {
    return this.#low.data;
  }

  get outcome(): ReadOutcome {
    return this.#adapter.outcome;
  }

  /** What tells whether somebody else wrote the file. */
  get seen(): SeenFile {
    return this.#adapter.seen;
  }

  /** False where somebody else wrote the file meanwhile: that must be taken in first. */
  async save(data: T): Promise<boolean> {
    const before = this.#low.data;
    this.#low.data = data;
    try {
      await this.#low.write();
      return true;
    } catch (error) {
      if (!(error instanceof OutsideChange)) throw error;
      this.#low.data = before;
      return false;
    }
  }

  readCopy(): Promise<T | null> {
    return this.#adapter.readCopy();
  }

  async refreshCopy(): Promise<void> {
    await this.#adapter.refreshCopy();
  }
}
