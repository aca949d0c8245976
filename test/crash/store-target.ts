import { randomUUID } from 'node:crypto';
import { cp, readdir } from 'node:fs/promises';
import { addTag, newTag } from '../../core/edit/tags.ts';
import type { Patch, Stamp } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { openLibrary } from '../../main/store/library.ts';
import type { Library } from '../../main/store/library-types.ts';
import { mark, rebuildSample, sampleDocument, value, wordSpans } from '../main/store/workshop.ts';
import { stateOf } from './protocol.ts';
import { countDoubled, type Editor, type Seen, type Target } from './target.ts';

const stamp: Stamp = { id: randomUUID, now: () => new Date().toISOString() };

// So short that checkpoints and the cutting of the journal fall under the kills too.
const common = {
  program: 'cli',
  stamp,
  rebuild: rebuildSample,
  checkpointDelay: 15,
  journalLimit: 400_000,
} as const;

/** The store of the program. */
export const storeTarget: Target = { edit, inspect };

async function edit(folder: string): Promise<Editor | null> {
  const opened = await openLibrary({ ...common, folder });
  if (!opened.ok && opened.error.code === 'library-busy') return null;
  const library = value(opened);
  const document =
    library.documents()[0]?.id ?? value(await library.add(sampleDocument('Ants', 60))).entry.id;
  const { text } = value(await library.content(document));
  const spans = wordSpans(text);
  const apply = async (patch: Patch): Promise<void> => {
    value(await library.apply(patch));
  };
  let tag = library.tags()[0];
  if (tag === undefined) {
    tag = newTag('Tried', 'blue', null, stamp);
    await apply(addTag(tag, stamp));
  }
  return {
    tag: tag.id,
    make(count) {
      const span = spans[(count * 7919) % spans.length] ?? { start: 0, end: 4 };
      return mark(document, text, span.start, span.end, stamp);
    },
    apply,
    async undo() {
      value(await library.undo());
    },
  };
}

/** Reads the library as the kill left it, and writes in a copy, so that the next child meets what the kill left, too. */
async function inspect(folder: string, scratch: string): Promise<Seen> {
  const trouble: string[] = [];
  const reader = await openLibrary({ ...common, folder, write: false });
  // Killed before there was anything.
  if (!reader.ok && reader.error.code === 'not-found') return nothing;
  if (!reader.ok) return { ...nothing, trouble: [reader.error.message] };
  const marks = await marksOf(reader.value);
  trouble.push(...warnings(reader.value));
  await reader.value.close();

  await cp(folder, scratch, { recursive: true });
  const opened = await openLibrary({ ...common, folder: scratch });
  if (!opened.ok) return { ...nothing, trouble: [opened.error.message] };
  const library = opened.value;
  const before = byId(await marksOf(library));
  const undone = value(await library.undo());
  const between = byId(await marksOf(library));
  const redone = undone === null ? null : value(await library.redo());
  const after = byId(await marksOf(library));
  trouble.push(...warnings(library));
  await library.close();
  const names = await readdir(scratch, { recursive: true });
  trouble.push(...names.filter((name) => /damaged|\.lock$/.test(name)));
  const touched = undone?.patch.changes.filter((change) => change.entity === 'annotation') ?? [];
  const moved = touched.length === 0 || !same(before, between);
  return {
    marks: byId(marks),
    doubled: countDoubled(marks),
    trouble,
    undoes: undone === null ? null : touched.map((change) => change.id),
    undoWorks:
      same(byId(marks), before) &&
      same(before, after) &&
      moved &&
      (undone === null) === (redone === null),
  };
}

const nothing: Seen = {
  marks: new Map(),
  doubled: 0,
  trouble: [],
  undoes: null,
  undoWorks: true,
};

async function marksOf(library: Library): Promise<readonly Annotation[]> {
  const lists = library.documents().map(async ({ id }) => value(await library.annotations(id)));
  return (await Promise.all(lists)).flat();
}

function warnings(library: Library): string[] {
  return library
    .notices()
    .filter((notice) => notice.tone !== 'info')
    .map((notice) => notice.message);
}

function byId(marks: readonly Annotation[]): Map<string, string> {
  return new Map(marks.map((found) => [found.id, stateOf(found)]));
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([id, state]) => b.get(id) === state);
}
