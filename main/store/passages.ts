import type { Passages, PassageRow } from '../../core/contract.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import type { Tag } from '../../core/model/tag.ts';
import type { PassageQuery } from '../../core/search/passage-query.ts';
import { surroundings } from '../../core/text/surroundings.ts';
import type { Contents } from './contents.ts';
import type { MarkFinder } from './find-marks.ts';
import type { FoundGroups } from './found-groups.ts';
import type { MarksStore } from './marks-store.ts';

/** A part of the passages; `version` is what the asker has already. */
export interface PassageRequest {
  readonly query: PassageQuery;
  readonly from: number;
  readonly count: number;
  readonly version: number | null;
}

interface Catalogued {
  /** Texts that are not in the bin. */
  readonly entries: () => readonly DocumentEntry[];
  readonly tags: () => readonly Tag[];
}

/** Marks across texts with the text around them. Its finder is its own, so that no other question puts it out. */
export class PassageFinder {
  readonly #marks: MarksStore;
  readonly #contents: Contents;
  readonly #catalogued: Catalogued;
  readonly #finder: MarkFinder;
  readonly #counter: MarkFinder;

  constructor(
    marks: MarksStore,
    contents: Contents,
    catalogued: Catalogued,
    finder: () => MarkFinder,
  ) {
    this.#marks = marks;
    this.#contents = contents;
    this.#catalogued = catalogued;
    this.#finder = finder();
    this.#counter = finder();
  }

  async find({ query, from, count, version }: PassageRequest): Promise<Passages | null> {
    const found = await this.#look(query);
    if (found.version === version) return null;
    const part = found.part(from, count);
    const rows: PassageRow[] = [];
    for (const row of part.part) {
      rows.push(row.kind === 'title' ? row : { ...row, ...(await this.#around(row.mark)) });
    }
    return { ...part, part: rows };
  }

  /** How many marks each query finds; by a finder of its own, so that what is shown stays known. */
  async count(queries: readonly PassageQuery[]): Promise<readonly number[]> {
    const counts: number[] = [];
    const { entries, tags } = this.#catalogued;
    for (const query of queries) {
      const found = await this.#counter.look(entries(), tags(), { ...query, order: 'reading' });
      counts.push(found.marks);
    }
    return counts;
  }

  /** The ids of the marks in some of the rows. */
  async ids(query: PassageQuery, from: number, count: number): Promise<readonly AnnotationId[]> {
    const found = await this.#look(query);
    return found
      .part(from, count)
      .part.flatMap((row) => (row.kind === 'mark' ? [row.mark.id] : []));
  }

  /** The marks by text, whatever the order asked for. */
  async byText(
    query: PassageQuery,
  ): Promise<readonly (readonly [DocumentEntry, readonly Annotation[]])[]> {
    const found = await this.#look({ ...query, order: 'reading' });
    const byId = new Map(this.#catalogued.entries().map((entry) => [entry.id, entry]));
    return found.groups.flatMap(({ document, marks }) => {
      const entry = byId.get(document);
      return entry === undefined ? [] : [[entry, marks] as const];
    });
  }

  /** Those of the marks that are there. */
  async get(
    marks: readonly { readonly document: DocumentId; readonly mark: AnnotationId }[],
  ): Promise<readonly Annotation[]> {
    const shown = new Set(this.#catalogued.entries().map(({ id }) => id));
    const found: Annotation[] = [];
    for (const { document, mark } of marks) {
      if (!shown.has(document)) continue;
      const loaded = await this.#marks.load(document);
      const there = loaded.ok ? loaded.value.get(mark) : undefined;
      if (there !== undefined) found.push(there);
    }
    return found;
  }

  #look(query: PassageQuery): Promise<FoundGroups> {
    return this.#finder.look(this.#catalogued.entries(), this.#catalogued.tags(), query);
  }

  /** A text that cannot be read now leaves what the mark itself knows. */
  async #around({ document, span, selector }: Annotation) {
    const entry = this.#catalogued.entries().find(({ id }) => id === document);
    const opened = entry === undefined ? null : await this.#contents.open(entry);
    if (opened?.ok !== true) return { before: selector.prefix, after: selector.suffix };
    return surroundings(opened.value.content.text, span);
  }
}
