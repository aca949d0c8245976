import { randomUUID } from 'node:crypto';
import { addMark, writeNote } from '../../../core/edit/marks.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { openLibrary } from '../../../main/store/library.ts';
import { mark, rebuildSample, sampleDocument, value, wordSpans } from './workshop.ts';

// Run by crash.test.ts: makes marks as fast as it can and prints each id once it is acknowledged, until it is killed.

const folder = process.argv[2] ?? '';
const stamp: Stamp = { id: randomUUID, now: () => new Date().toISOString() };
const library = value(
  await openLibrary({ folder, program: 'cli', stamp, rebuild: rebuildSample, checkpointDelay: 15 }),
);
const document =
  library.documents()[0]?.id ?? value(await library.add(sampleDocument('Ants', 200))).entry.id;
const { text } = value(await library.content(document));
const spans = wordSpans(text);

for (let count = 0; ; count++) {
  const span = spans[(count * 7919) % spans.length];
  if (span === undefined) throw new Error('no words');
  const made = mark(document, text, span.start, span.end, stamp);
  value(await library.apply(addMark(made, stamp)));
  process.stdout.write(`+${made.id}\n`);
  if (count % 5 === 0) {
    value(await library.apply(writeNote(made, 'noted', stamp)));
    process.stdout.write(`n${made.id}\n`);
  }
  if (count % 7 === 0) {
    // Undoes the mark, or its note where it has just been written.
    const undone = value(await library.undo());
    const change = undone?.patch.changes[0];
    process.stdout.write(`${change?.after === null ? '-' : 'u'}${made.id}\n`);
  }
}
