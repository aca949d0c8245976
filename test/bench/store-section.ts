import { row } from './figures.ts';
import type { StoreFigures } from './store.ts';

export function storeSection(found: StoreFigures): string {
  const { addSmall, addLarge, floor, openEmpty, openLarge, openLargeCpu } = found;
  const ratio = (a: number, b: number): string => (a / b).toFixed(2);
  return `## Store

Made by \`npm run bench -- store\` on ${found.machine}: medians of ${floor.rounds} rounds, interleaved, in milliseconds. The
libraries have 1,000 documents and 12 MB of history, as much as the program keeps. Times do not carry to other machines;
ratios do.

| | median | min | max |
| --- | --: | --: | --: |
${row('append and flush the same bytes: the floor', floor)}
${row('add a mark, durable, 1,000 annotations', addSmall)}
${row('add a mark, durable, 100,000 annotations', addLarge)}
${row('open an empty library, first document with its marks', openEmpty)}
${row('the same with 100,000 annotations', openLarge)}
${row('the same, processor time', openLargeCpu)}

Adding at 100,000 costs ${ratio(addLarge.median, addSmall.median)} times that at 1,000 (wanted: at most 1.2) and ${ratio(addLarge.median, floor.median)} times the floor (at most 3), with
${found.flushesPerAdd} flush before it is acknowledged. Opening takes ${(openLarge.median - openEmpty.median).toFixed(0)} ms more than an empty library, ${openLargeCpu.median.toFixed(0)} ms of processor time
in all (under 1,000).`;
}
