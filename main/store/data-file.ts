import { Low } from 'lowdb';
import { DurableAdapter, type AdapterOptions, type ReadOutcome } from './durable-adapter.ts';

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

  async save(data: T): Promise<void> {
    this.#low.data = data;
    await this.#low.write();
  }

  async refreshCopy(): Promise<void> {
    await this.#adapter.refreshCopy();
  }
}
