import { between, oneOf, seeded, type Random } from '../bench/made/random.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { lines, markup, pdf, rtf } from './mutate-markup.ts';
import { mutateZip } from './mutate-zip.ts';
import { asBytes, asText } from './one-byte.ts';
import type { FuzzKind, Seed } from './seeds.ts';

export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The seed that it was made of, for reports. */
  readonly from: Seed;
}

/** No mutant is larger: it is the importers' time that is tried. */
const mostBytes = 3_000_000;

type Changes = readonly ((random: Random, text: string) => string)[];
const byText: Readonly<Partial<Record<FuzzKind, Changes>>> = {
  text: lines,
  markdown: [...lines, ...markup],
  subtitles: [...lines, ...markup],
  transcript: lines,
  html: markup,
  fb2: markup,
  rtf,
  mail: [...lines, ...markup],
  mhtml: [...lines, ...markup],
  pdf,
};
const archives: readonly FuzzKind[] = ['epub', 'docx', 'odt'];

/** The mutant of that number: always the same for the same seeds, kind and seed number. */
export function mutant(
  kind: FuzzKind,
  seeds: readonly Seed[],
  seed: number,
  number: number,
): Mutant {
  const random = seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b) ^ salt(kind));
  const from = oneOf(random, seeds);
  let { bytes } = from;
  for (let left = between(random, 1, 4); left > 0; left -= 1) {
    bytes = mutate(random, kind, bytes);
    if (bytes.length > mostBytes) bytes = bytes.slice(0, mostBytes);
  }
  return { name: from.name, bytes, from };
}

function mutate(random: Random, kind: FuzzKind, bytes: Seed['bytes']): Seed['bytes'] {
  if (random() < 0.35) return mutateBytes(random, bytes);
  if (archives.includes(kind)) return mutateZip(random, bytes);
  return asBytes(oneOf(random, byText[kind] ?? lines)(random, asText(bytes)));
}

function salt(kind: string): number {
  let sum = 0;
  for (let at = 0; at < kind.length; at += 1) sum = Math.imul(sum, 31) + kind.charCodeAt(at);
  return sum;
}
