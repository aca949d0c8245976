import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Library } from '../../main/store/library-types.ts';
import { value } from '../main/store/workshop.ts';
import { BusySide } from './busy-side.ts';
import type { Contents, Order, Said } from './writer-process.ts';

// Run by writer-process.ts: opens a library, does what each line of its input says, closes it at the end of the input.

const [folder = '', name = '', skew = ''] = process.argv.slice(2);
const side = await BusySide.open(folder, name, Number(skew), (fate) => say({ fate }));
for await (const line of createInterface(process.stdin)) {
  const order = JSON.parse(line) as Order;
  if (order.kind === 'work') await work(order);
  if (order.kind === 'look') await side.library.lookOutside();
  say({ contents: order.kind === 'report' ? await contentsOf(side.library) : null });
}
await side.library.close();

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

async function work({ marks, pause, mixed }: Order & { kind: 'work' }): Promise<void> {
  for (let count = 0; count < marks; count++) {
    await sleep(Math.random() * 2 * pause);
    await side.step(mixed);
  }
}

async function contentsOf(library: Library): Promise<Contents> {
  const document = library.documents()[0]?.id ?? '';
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    documents: library.documents(),
    tags: library.tags(),
    marks: value(await library.annotations(document)).toSorted(byId),
  };
}
