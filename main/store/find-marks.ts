import { setImmediate } from 'node:timers/promises';
import type { Counts, FoundMark } from '../../core/contract.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import { fold } from '../../core/text/fold.ts';
import type { MarkQuery } from './library-types.ts';

/** The marks of a document; empty where they cannot be read, which has been said elsewhere. */
type MarksOf = (entry: DocumentEntry) => Promise<readonly Annotation[]>;

/** Milliseconds of work after which others get their turn. */
const turn = 8;

/** Answers questions that go over all marks, without holding up the process. Folded texts are kept by mark. */
export class MarkFinder {
  readonly #marksOf: MarksOf;
  readonly #folded = new WeakMap<Annotation, string>();

  constructor(marksOf: MarksOf) {
    this.#marksOf = marksOf;
  }

  async find(entries: readonly DocumentEntry[], query: MarkQuery): Promise<readonly FoundMark[]> {
    const text = fold(query.text.trim());
    const found: FoundMark[] = [];
    await this.#each(entries, (annotation, { title }) => {
      if (this.#matches(annotation, query, text)) found.push({ annotation, title });
    });
    return found;
  }

  async count(entries: readonly DocumentEntry[]): Promise<Counts> {
    const tags: Record<string, number> = {};
    const documents: Record<string, number> = {};
    await this.#each(entries, (annotation, { id }) => {
      documents[id] = (documents[id] ?? 0) + 1;
      for (const tag of annotation.tags) tags[tag] = (tags[tag] ?? 0) + 1;
    });
    return { tags, documents };
  }

  async #each(
    entries: readonly DocumentEntry[],
    visit: (annotation: Annotation, entry: DocumentEntry) => void,
  ): Promise<void> {
    let started = performance.now();
    for (const entry of entries) {
      for (const annotation of await this.#marksOf(entry)) visit(annotation, entry);
      if (performance.now() - started < turn) continue;
      await setImmediate();
      started = performance.now();
    }
  }

  #matches(mark: Annotation, query: MarkQuery, text: string): boolean {
    if (query.colour !== null && mark.colour !== query.colour) return false;
    if (query.tag !== null && !mark.tags.includes(query.tag)) return false;
    if (query.hasNote && mark.note.trim() === '') return false;
    return text === '' || this.#textOf(mark).includes(text);
  }

  #textOf(mark: Annotation): string {
    const known = this.#folded.get(mark);
    if (known !== undefined) return known;
    const text = fold(`${mark.selector.quote}\n${mark.note}`);
    this.#folded.set(mark, text);
    return text;
  }
}
