import { sectionAt } from '../../../core/text/sections.ts';
import { leafSpan, leavesIn } from '../../../renderer/reader/points.ts';
import { afterFrame } from '../../../renderer/state/after-frame.ts';
import type { OpenDocument } from '../../../renderer/state/open-document.ts';
import type { OpenPages } from '../../../renderer/state/open-pages.ts';
import type { AppStore } from '../../../renderer/state/store.ts';

/** Frames in which nothing moved; more than the reader takes to count a place as reached (settle.ts). */
const stillFrames = 6;
/** Within it every text settles; after it the wait ends and says what was missing, ms. */
const longest = 20_000;

/** All that moves with the text or stands at it. */
const moving =
  '.page, .section, .paper, .mark-handle, .active-outline, .passage-toolbar, [data-testid="margin-note"]';

/**
 * Waits until the text of this id is on screen (null: none), with all that main owes answered, the sections drawn, their
 * marks painted, React as far as the state, and nothing having moved or changed for some frames.
 */
export async function settled(
  store: AppStore,
  id: string | null,
  owed: () => number,
): Promise<void> {
  const end = performance.now() + longest;
  let before: readonly unknown[] = [];
  for (let still = 0; still < stillFrames;) {
    // What the program left for after this frame was asked for earlier, so that it is done before this comes back.
    await new Promise<void>((done) => afterFrame(done));
    const lacking = owed() > 0 ? `${owed()} answers` : missing(store, id);
    const now = [store.getState(), ...look()];
    const same = now.length === before.length && now.every((part, index) => part === before[index]);
    still = lacking === null && same ? still + 1 : 0;
    before = now;
    if (performance.now() > end) throw new Error(`not settled: ${lacking ?? 'it still moves'}`);
  }
}

function missing(store: AppStore, id: string | null): string | null {
  const state = store.getState();
  const { document: open, about, opening } = state;
  if (about === null || opening !== null) return 'a text is being opened';
  if ((open?.entry.id ?? null) !== id) return `shown is ${open?.entry.id ?? 'nothing'}, not ${id}`;
  if (store.shown.getState() !== state) return 'React is behind the state';
  if (document.fonts.status !== 'loaded') return 'faces';
  return open === null ? null : missingOf(store, open);
}

function missingOf(store: AppStore, open: OpenDocument): string | null {
  if (open.pages?.view === 'pages') return missingOfPages(open.pages);
  const elements = [...document.querySelectorAll<HTMLElement>('.section')];
  if (elements.length !== open.sections.length) return 'sections';
  const drawn = elements.filter((element) => !element.matches('.section-empty'));
  if (drawn.length !== open.loaded.size) return 'the text of sections';
  const holding = paintedSections(open);
  for (const [index, element] of elements.entries()) {
    if (!isOnScreen(element)) continue;
    if (!open.loaded.has(index)) return `section ${index} on screen`;
    if (hasMarks(store, element) && !holding.has(index)) return `marks of section ${index}`;
  }
  return null;
}

function missingOfPages({ infos }: OpenPages): string | null {
  const papers = [...document.querySelectorAll<HTMLElement>('.paper')];
  if (papers.length !== infos.length) return 'pages';
  for (const [index, paper] of papers.entries()) {
    const { start = 0, end = 0 } = infos[index] ?? {};
    if (isOnScreen(paper) && end > start && leavesIn(paper).length === 0) return `page ${index}`;
  }
  return null;
}

/** A section is painted whole, so that one range in it is enough. */
function paintedSections(open: OpenDocument): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [name, ranges] of CSS.highlights) {
    if (!/^(mark|line|preview)-/.test(name)) continue;
    for (const { startContainer } of ranges) {
      const leaf = startContainer.parentElement?.closest<HTMLElement>('.section [data-start]');
      if (leaf) found.add(sectionAt(open.sections, leafSpan(leaf).start));
    }
  }
  return found;
}

function hasMarks(store: AppStore, section: HTMLElement): boolean {
  const { marks } = store.getState();
  return leavesIn(section).some((leaf) => {
    const span = leafSpan(leaf);
    return span.start < span.end && marks.overlapping(span).length > 0;
  });
}

function isOnScreen(element: HTMLElement): boolean {
  const room = document.querySelector('.reader')?.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  return room !== undefined && box.bottom > room.top && box.top < room.bottom;
}

function look(): (number | string)[] {
  const painted = [...CSS.highlights.values()].map((ranges) => ranges.size);
  const boxes = [...document.querySelectorAll(moving)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].join(' ');
  });
  const scrolled = document.querySelector('.reader')?.scrollTop ?? 0;
  return [scrolled, ...painted, ...boxes];
}
