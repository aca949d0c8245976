import { parseSource } from '../../main/importers/parse-source.ts';

// Reads one source, so that what its process holds is what reading it takes; then it and the floor in turns.

export interface ImportSample {
  readonly characters: number;
  /** In milliseconds: with the code still to be loaded, and when it has been used. */
  readonly first: number;
  readonly again: number;
  /** The same text as plain text: decoded and composed. */
  readonly floor: number;
  /** The most memory that the process held for the first reading, beyond what it held before, in bytes. */
  readonly peak: number;
}

export interface ImportAsked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

process.on('message', ({ name, bytes }: ImportAsked) => {
  void sample(name, bytes).then((answer) => process.send?.(answer));
});
process.on('unhandledRejection', () => undefined);
process.once('disconnect', () => process.exit());

async function sample(name: string, bytes: Uint8Array): Promise<ImportSample | string> {
  const before = process.memoryUsage.rss();
  const since = performance.now();
  const read = await parseSource(bytes, name, { variant: 'article' });
  const first = performance.now() - since;
  const peak = Math.max(0, process.resourceUsage().maxRSS * 1024 - before);
  if (!read.ok) return read.error.message;
  const { text } = read.value.content;
  const plain = new TextEncoder().encode(text);
  const timed = async (source: string, what: Uint8Array): Promise<number> => {
    globalThis.gc?.();
    const began = performance.now();
    await parseSource(what, source, { variant: 'article' });
    return performance.now() - began;
  };
  await timed('floor.txt', plain);
  const floor = await timed('floor.txt', plain);
  const again = await timed(name, bytes);
  return { characters: text.length, first, again, floor, peak };
}
