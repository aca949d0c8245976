import { join } from 'node:path';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { DocumentId, ReadingPlace } from '../../core/model/document.ts';
import { placesFile, type PlacesData } from '../../core/model/library-files.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { DataFile } from './data-file.ts';
import { openDataFile, type StoreContext } from './store-context.ts';

const name = 'reading.json';

/** Where the reader stands in each document. Not an edit: it is in no history, and the last one counts. */
export class Places {
  readonly #file: DataFile<PlacesData>;
  #places: PlacesData;

  private constructor(file: DataFile<PlacesData>) {
    this.#file = file;
    this.#places = file.data;
  }

  static async open(context: StoreContext, checkpointer: Checkpointer): Promise<Places> {
    const { notices, write } = context;
    const file = await openDataFile<PlacesData>(
      context,
      join(context.folder, name),
      placesFile,
      {},
    );
    const { outcome } = file;
    if (outcome.state === 'newer') notices.metNewer(name);
    if (outcome.state === 'restored' || outcome.state === 'lost') {
      const problem = storeMessages.problems[outcome.problem];
      notices.raise('info', storeMessages.placesLost(name, problem, outcome.kept));
    }
    const places = new Places(file);
    const sound = outcome.state === 'good' || outcome.state === 'absent';
    if (write && !sound) places.markDue(checkpointer);
    return places;
  }

  all(): PlacesData {
    return this.#places;
  }

  set(id: DocumentId, place: ReadingPlace): void {
    this.#places = { ...this.#places, [id]: place };
  }

  markDue(checkpointer: Checkpointer): void {
    if (this.#file.outcome.state === 'newer') return;
    checkpointer.mark(name, () => this.#file.save(this.#places));
  }
}
