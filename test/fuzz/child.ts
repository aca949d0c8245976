import { corpusSeeds } from './corpus-seeds.ts';
import { mutant } from './mutant.ts';
import { madeSeeds } from './seeds.ts';
import { tryFile } from './try-mutant.ts';
import type { ChildSays, Portion } from './protocol.ts';

// Reads a portion of the mutants one after the other, and says before each which one it is, so that its end is known.

const say = (what: ChildSays): void => {
  process.send?.(what);
};

process.on('message', (portion: Portion) => {
  void work(portion);
});
// As in the importing process: such a promise is nobody's answer.
process.on('unhandledRejection', () => undefined);
process.once('disconnect', () => process.exit());

async function work({ kind, corpus, seed, from, to }: Portion): Promise<void> {
  const seeds = [...madeSeeds(kind), ...corpusSeeds(corpus, kind)];
  for (let number = from; number < to; number += 1) {
    const { name, bytes } = mutant(kind, seeds, seed, number);
    say({ number, state: 'begun' });
    const since = performance.now();
    const tried = await tryFile(name, bytes);
    const milliseconds = performance.now() - since;
    const peak = process.resourceUsage().maxRSS * 1024;
    say({ number, state: 'done', tried, milliseconds, peak });
  }
  globalThis.gc?.();
  say({ state: 'rested', resident: process.memoryUsage.rss() });
}
