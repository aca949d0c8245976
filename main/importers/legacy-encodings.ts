import { analyse } from 'chardet';
import { decodeAs } from './decode-as.ts';

const context = 64 * 1024;

/** What the bytes look most like, among the encodings that explain them; null where none does. */
export function guessLegacy(bytes: Uint8Array): string | null {
  const sample = around(bytes);
  const tried = new Set<string>();
  for (const { name } of [...analyse(sample), { name: 'windows-1252' }]) {
    const label = name.toLowerCase();
    if (tried.has(label) || label.startsWith('utf-')) continue;
    tried.add(label);
    if (readable(sample, label) === null) continue;
    const text = readable(bytes, label);
    if (text !== null) return text;
  }
  return null;
}

/** The bytes read by a label; null where the label is unknown or explains them badly. */
export function readable(bytes: Uint8Array, label: string): string | null {
  const text = decodeAs(bytes, label);
  if (text === null) return null;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > Math.max(1, text.length * 0.01) ? null : text;
}

/** The detector needs bytes that differ from ASCII, and not millions of them. */
function around(bytes: Uint8Array): Uint8Array {
  const first = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 256);
  return bytes.subarray(first, first + context);
}
