import { between, oneOf, type Random } from '../bench/made/random.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Change = (random: Random, bytes: Bytes) => Bytes;

const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A stretch of at most `most` bytes. */
function stretch(random: Random, { length }: Bytes, most: number): readonly [number, number] {
  const start = between(random, 0, Math.max(0, length - 1));
  return [start, Math.min(length, start + between(random, 1, most))];
}

const changes: readonly Change[] = [
  // Bits and bytes.
  (random, bytes) => {
    const changed = bytes.slice();
    for (let left = between(random, 1, 12); left > 0; left -= 1) {
      const at = between(random, 0, Math.max(0, bytes.length - 1));
      changed[at] = (changed[at] ?? 0) ^ (1 << between(random, 0, 7));
    }
    return changed;
  },
  (random, bytes) => {
    const changed = bytes.slice();
    const value = oneOf(random, [0, 0x7f, 0x80, 0xff, 0x3c, 0x28, 0x5c, 0x0a]);
    const [start, end] = stretch(random, bytes, 24);
    return changed.fill(value, start, end);
  },
  // Cut off, cut out, put in, put twice, moved.
  (random, bytes) => bytes.slice(0, between(random, 1, bytes.length)),
  (random, bytes) => bytes.slice(between(random, 0, Math.min(64, bytes.length - 1))),
  (random, bytes) => {
    const [start, end] = stretch(random, bytes, 400);
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  (random, bytes) => {
    const at = between(random, 0, bytes.length);
    const noise = Uint8Array.from({ length: between(random, 1, 300) }, () =>
      Math.floor(random() * 256),
    );
    return joined(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
  (random, bytes) => {
    const [start, end] = stretch(random, bytes, 2000);
    const copies = Array.from({ length: between(random, 1, 6) }, () => bytes.subarray(start, end));
    return joined(bytes.subarray(0, end), ...copies, bytes.subarray(end));
  },
  (random, bytes) => {
    const [start, end] = stretch(random, bytes, 800);
    const rest = joined(bytes.subarray(0, start), bytes.subarray(end));
    const at = between(random, 0, rest.length);
    return joined(rest.subarray(0, at), bytes.subarray(start, end), rest.subarray(at));
  },
  // Numbers of two and four bytes, as lengths are.
  (random, bytes) => {
    const changed = bytes.slice();
    if (bytes.length < 4) return changed;
    const at = between(random, 0, bytes.length - 4);
    const value = oneOf(random, [0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff]);
    new DataView(changed.buffer).setUint32(at, value, random() < 0.7);
    return changed;
  },
];

export function mutateBytes(random: Random, bytes: Bytes): Bytes {
  return bytes.length === 0 ? bytes : oneOf(random, changes)(random, bytes);
}
