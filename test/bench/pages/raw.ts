import { givenMarks, listenToKeys, type GivenMark } from './peer-page.ts';
import { pointAt } from './painted.ts';

// The floor: the same sections, and CSS highlights of the marks near the first screen, registered by nobody but the
// browser.

const near = 60_000;
let count = 0;

function register(name: string, range: StaticRange): void {
  const known = CSS.highlights.get(name) ?? new Highlight();
  known.add(range);
  CSS.highlights.set(name, known);
  count += 1;
}

function paint({ colour, start, end }: GivenMark): void {
  const [from, to] = [pointAt(start), pointAt(end - 1)];
  if (from === null || to === null) return;
  register(
    `raw-${colour}`,
    new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset + 1,
    }),
  );
}

for (const mark of givenMarks()) if (mark.start < near) paint(mark);
globalThis.peer = { drawn: () => count };
listenToKeys((mark, range) => {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  register(
    `raw-${mark.colour}`,
    new StaticRange({ startContainer, startOffset, endContainer, endOffset }),
  );
});
