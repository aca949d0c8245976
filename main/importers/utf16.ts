import { decodeAs } from './decode-as.ts';

const sampleBytes = 16_384;
/** Share of characters that many scripts use: enough of them mean that the byte order is right. */
const enough = 0.02;

/** UTF-16 without a byte order mark, which a NUL in every other byte or in the line ends gives away; else null. */
export function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, sampleBytes) & ~1);
  if (sample.length < 4 || !sample.includes(0)) return null;
  const little = score(sample, 0);
  const big = score(sample, 1);
  if (little === big || Math.max(little, big) < enough) return null;
  return decodeAs(bytes, little > big ? 'utf-16le' : 'utf-16be');
}

/** Share of spaces, line ends and ASCII; 0 where the characters could not be text. */
function score(sample: Uint8Array, lowAt: 0 | 1): number {
  let common = 0;
  for (let index = 0; index < sample.length; index += 2) {
    const low = sample[index + lowAt] ?? 0;
    const high = sample[index + 1 - lowAt] ?? 0;
    const unit = high * 256 + low;
    const isControl = unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13;
    if (isControl || unit >= 0xfffe || (unit >= 0xe000 && unit < 0xf900)) return 0;
    if (unit < 0x80 || (unit >= 0x3000 && unit <= 0x3002) || (unit >= 0xff00 && unit <= 0xff20))
      common += 1;
  }
  return common / (sample.length / 2);
}
