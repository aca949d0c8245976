import type { Result } from '../../core/contract.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import { Catalogue } from './catalogue.ts';
import { Snapshots } from './backup/snapshots.ts';
import { Checkpointer } from './checkpointer.ts';
import { CommitQueue } from './commit-queue.ts';
import { Contents, type Rebuild } from './contents.ts';
import type { LibraryView } from './draft.ts';
import { MarkFinder } from './find-marks.ts';
import { Journal, type OpenedJournal } from './journal.ts';
import { timedChanges } from './journal-lines.ts';
import type { Lock } from './lock.ts';
import { MarksStore } from './marks-store.ts';
import { journalPath } from './journal-place.ts';
import { findEntries } from './new-entry.ts';
import { PassageFinder } from './passages.ts';
import { Places } from './places.ts';
import { emptiedBy, historyOf } from './replay.ts';
import type { StoreContext } from './store-context.ts';
import { Upkeep } from './upkeep.ts';

/** The parts of an open library. */
export interface OpenParts {
  readonly context: StoreContext;
  readonly lock: Lock | null;
  readonly catalogue: Catalogue;
  readonly places: Places;
  readonly journal: Journal;
  readonly marks: MarksStore;
  readonly contents: Contents;
  readonly finder: MarkFinder;
  readonly passages: PassageFinder;
  readonly queue: CommitQueue;
  readonly checkpointer: Checkpointer;
  readonly upkeep: Upkeep;
  readonly snapshots: Snapshots;
  /** Documents that were emptied out of the bin, whose folders may still be there after a crash. */
  readonly emptied: readonly DocumentId[];
}

export interface OpenPartsOptions {
  readonly context: StoreContext;
  readonly lock: Lock | null;
  readonly rebuild: Rebuild;
  readonly checkpointDelay: number;
  readonly journalLimit: number;
}

/** Reads the small files, then the journal, and lays what they lack over them. Throws the system's errors. */
export async function openParts(options: OpenPartsOptions): Promise<OpenParts> {
  const { context, lock, rebuild } = options;
  const { files, stamp, notices } = context;
  const checkpointer = new Checkpointer(options.checkpointDelay, notices);
  const snapshots = new Snapshots(context, checkpointer);
  const catalogue = await Catalogue.open(context);
  const places = await Places.open(context, checkpointer);
  const opened = await Journal.open({
    files,
    path: await journalPath(context),
    write: context.write && !catalogue.newer && !notices.newer,
    now: stamp.now,
    known: catalogue.known,
  });
  const { journal, records } = opened;
  sayOfJournal(context, opened);
  catalogue.replay(records, journal, checkpointer);
  const emptied = emptiedBy(records).filter((id) => catalogue.document(id) === undefined);
  if (!catalogue.found && (!journal.complete || records.length === 0)) {
    const known = new Set([...catalogue.documents().map((entry) => entry.id), ...emptied]);
    const entries = await findEntries(context, known);
    if (entries.length > 0) {
      catalogue.adopt(entries, journal, checkpointer);
      notices.raise('warning', storeMessages.entriesFound(entries.length));
    }
  }
  const marks = new MarksStore(context, journal, checkpointer);
  const queue = new CommitQueue(
    viewOf(catalogue, marks),
    journal,
    historyOf(records),
    (applied) => {
      snapshots.beforeFiles();
      const changes = applied.flatMap(timedChanges);
      catalogue.apply(changes, journal, checkpointer);
      marks.apply(changes);
      upkeep.start(false);
    },
    stamp.now,
  );
  const contents = new Contents(context, marks, rebuild);
  const finder = (): MarkFinder => new MarkFinder((entry) => marksOf(marks, entry));
  const catalogued = {
    entries: () => catalogue.documents().filter(({ removed }) => removed === null),
    tags: () => catalogue.tags(),
  };
  const limit = options.journalLimit;
  const upkeep = new Upkeep({ catalogue, marks, journal, queue, checkpointer, limit });
  return {
    context,
    lock,
    catalogue,
    places,
    journal,
    marks,
    contents,
    finder: finder(),
    passages: new PassageFinder(marks, contents, catalogued, finder),
    queue,
    checkpointer,
    upkeep,
    snapshots,
    emptied,
  };
}

function sayOfJournal({ notices }: StoreContext, opened: OpenedJournal): void {
  if (opened.state === 'newer') notices.metNewer('history/journal.ndjson');
  if (opened.state === 'damaged') {
    notices.raise('warning', storeMessages.journalDamaged(opened.kept));
  }
  if (opened.lost) notices.raise('warning', storeMessages.journalLost);
}

function viewOf(catalogue: Catalogue, marks: MarksStore): LibraryView {
  return {
    document: (id) => catalogue.document(id),
    tag: (id) => catalogue.tag(id),
    tags: () => catalogue.tags(),
    item: (id) => catalogue.item(id),
    mark: (document, id) => marks.get(document)?.get(id),
    bearers: (tag) =>
      [...marks.all()].flatMap(([, list]) => list.filter((mark) => mark.tags.includes(tag))),
  };
}

function marksOf(
  marks: MarksStore,
  entry: DocumentEntry,
): readonly Annotation[] | Promise<readonly Annotation[]> {
  const there = marks.get(entry.id);
  return there === undefined ? loadedMarks(marks, entry.id) : there.ordered;
}

async function loadedMarks(marks: MarksStore, id: DocumentId): Promise<readonly Annotation[]> {
  const loaded: Result<{ readonly ordered: readonly Annotation[] }> = await marks.load(id);
  return loaded.ok ? loaded.value.ordered : [];
}
