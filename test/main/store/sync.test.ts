import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Library } from '../../../main/store/library-types.ts';
import { BusySide } from '../../sync/busy-side.ts';
import { SyncProgram } from '../../sync/sync-program.ts';
import { open, sampleDocument, value, withFolder } from './workshop.ts';

// COMMONPLACE_SYNC_MINUTES=5 COMMONPLACE_SYNC_MARKS=500: the long form.
const minutes = Number(process.env['COMMONPLACE_SYNC_MINUTES'] ?? 0.05);
const perSide = Number(process.env['COMMONPLACE_SYNC_MARKS'] ?? (minutes < 1 ? 60 : 500));
const pause = (minutes * 60_000) / perSide;

const timeout = minutes * 60_000 + 90_000;
it(`two with a sync program between them end with the same marks`, { timeout }, () =>
  withFolder(async (root) => {
    const [one, two] = [join(root, 'one'), join(root, 'two')];
    const first = await open(one, { installation: 'one' });
    value(await first.add(sampleDocument('Ants', 300)));
    await first.close();
    await cp(one, two, { recursive: true });

    const sync = new SyncProgram(one, two);
    await sync.pass(false);
    const sides = [await BusySide.open(one, 'one', 0), await BusySide.open(two, 'two', 2500)];
    const state = { working: true };
    const syncing = (async () => {
      while (state.working) {
        await sync.pass(true);
        await sleep(Math.random() * 200);
      }
    })();
    await Promise.all(
      sides.map(async (side) => {
        for (let count = 0; count < perSide; count++) {
          await side.step();
          await sleep(Math.random() * 2 * pause);
        }
      }),
    );
    state.working = false;
    await syncing;
    await comeToRest(sync, sides);

    const made = sides.flatMap((side) => [...side.kept]).sort();
    const gone = new Set(sides.flatMap((side) => [...side.gone]));
    const [here, there] = await Promise.all(sides.map((side) => contents(side.library)));
    const ids = here?.marks.map((each) => each.id) ?? [];
    console.log(
      `sync: ${2 * perSide} marks made, ${gone.size} removed, ${made.length} to be there; ` +
        `${ids.length} and ${there?.marks.length} are, ${here?.tags.length} tags; ` +
        `${sync.counts.copied} files copied, ${sync.counts.conflicts} conflict copies`,
    );
    expect(ids).toEqual(made);
    expect(ids.filter((id) => gone.has(id))).toEqual([]);
    expect(there).toEqual(here);
    for (const side of sides) await side.restart();
    for (const side of sides) expect(await contents(side.library)).toEqual(here);
    for (const side of sides) await side.library.close();
  }),
);

/** Passes of the sync program until nothing moves any more, with time for both to look and write. */
async function comeToRest(sync: SyncProgram, sides: readonly BusySide[]): Promise<void> {
  for (let still = 0, passes = 0; still < 4; passes++) {
    if (passes > 200) throw new Error('the two folders never come to rest');
    still = (await sync.pass(false)) === 0 ? still + 1 : 0;
    for (const side of sides) await side.library.lookOutside();
    await sleep(150);
  }
}

async function contents(library: Library) {
  const document = library.documents()[0]?.id ?? '';
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    documents: library.documents(),
    tags: library.tags(),
    marks: value(await library.annotations(document)).toSorted(byId),
  };
}
