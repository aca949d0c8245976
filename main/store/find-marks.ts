import { setImmediate } from 'node:timers/promises';
import type { Counts, Found } from '../../core/contract.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { Tag } from '../../core/model/tag.ts';
import { MarkFilter, type MarkQuery, type Sieve } from '../../core/search/filter-marks.ts';
import type { PassageOrder } from '../../core/model/passage-orders.ts';
import { inOrder } from '../../core/search/passage-query.ts';
import { FoundGroups, type FoundGroup } from './found-groups.ts';
import type { FindRequest } from './library-types.ts';

/** What is looked for: `except` is a text that is left out, `order` is the reading order if left out. */
interface Question extends MarkQuery {
  readonly except?: FindRequest['except'];
  readonly order?: PassageOrder;
}

/** The marks of a document, another list for each change; empty where they cannot be read, which has been said elsewhere. */
type MarksOf = (entry: DocumentEntry) => readonly Annotation[] | Promise<readonly Annotation[]>;

/** Milliseconds of work after which others get their turn. */
const turn = 8;

/**
 * Answers questions that go over all marks, without holding up the process. The last question is kept with its answer
 * by document: asked again, or for another part, only documents whose marks changed are looked through.
 */
export class MarkFinder {
  readonly #marksOf: MarksOf;
  readonly #filter = new MarkFilter();
  /** What was found, by text, and as it was asked for. */
  #groups = new FoundGroups([], 0);
  #order: PassageOrder = 'reading';
  #found = this.#groups;

  constructor(marksOf: MarksOf) {
    this.#marksOf = marksOf;
  }

  async find(
    entries: readonly DocumentEntry[],
    tags: readonly Tag[],
    request: Question & Pick<FindRequest, 'from' | 'count' | 'version'>,
  ): Promise<Found | null> {
    const found = await this.look(entries, tags, request);
    return found.version === request.version ? null : found.part(request.from, request.count);
  }

  /** All that is found, in parts that can be asked for. */
  async look(
    entries: readonly DocumentEntry[],
    tags: readonly Tag[],
    question: Question,
  ): Promise<FoundGroups> {
    const { except, order = 'reading' } = question;
    const sieve = this.#filter.sieve(question, tags);
    const groups: FoundGroup[] = [];
    await this.#each(entries, ({ id, title }, all) => {
      if (id === except) return;
      const marks = passing(all, sieve);
      if (marks.length > 0) groups.push({ document: id, title, marks });
    });
    if (this.#order === order && this.#groups.holds(groups)) return this.#found;
    const version = this.#found.version + 1;
    this.#groups = new FoundGroups(groups, version);
    this.#order = order;
    this.#found =
      order === 'reading' ? this.#groups : new FoundGroups(asOne(groups, order), version, false);
    return this.#found;
  }

  async count(entries: readonly DocumentEntry[]): Promise<Counts> {
    const tags: Record<string, number> = {};
    const documents: Record<string, number> = {};
    await this.#each(entries, ({ id }, marks) => {
      if (marks.length > 0) documents[id] = marks.length;
      for (const mark of marks) for (const tag of mark.tags) tags[tag] = (tags[tag] ?? 0) + 1;
    });
    return { tags, documents };
  }

  async #each(
    entries: readonly DocumentEntry[],
    visit: (entry: DocumentEntry, marks: readonly Annotation[]) => void,
  ): Promise<void> {
    let started = performance.now();
    for (const entry of entries) {
      const marks = this.#marksOf(entry);
      visit(entry, marks instanceof Promise ? await marks : marks);
      if (performance.now() - started < turn) continue;
      await setImmediate();
      started = performance.now();
    }
  }
}

/** The marks of all texts as one list without titles. */
function asOne(
  groups: readonly FoundGroup[],
  order: Exclude<PassageOrder, 'reading'>,
): readonly FoundGroup[] {
  const marks = inOrder(
    groups.flatMap((group) => group.marks),
    order,
  );
  return marks.length === 0 ? [] : [{ document: '', title: '', marks }];
}

function passing(marks: readonly Annotation[], { passes, known }: Sieve): readonly Annotation[] {
  if (passes === null) return marks;
  const before = known.get(marks);
  if (before !== undefined) return before;
  const passed = marks.filter(passes);
  known.set(marks, passed);
  return passed;
}
