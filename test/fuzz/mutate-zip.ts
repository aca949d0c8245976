import { unzipSync, zipSync, type Zippable } from 'fflate';
import { between, oneOf, type Random } from '../bench/made/random.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { markup } from './mutate-markup.ts';
import { asBytes, asText } from './one-byte.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const largest = 32 * 1024 * 1024;

/** The members of an archive; empty where it has been broken already. */
function members(bytes: Bytes): [string, Uint8Array][] {
  try {
    // What a mutant states of its sizes may be anything, and is made room for.
    return Object.entries(unzipSync(bytes, { filter: (file) => file.originalSize < largest }));
  } catch {
    return [];
  }
}

/** Changes what is in an archive and packs it again. */
export function mutateZip(random: Random, bytes: Bytes): Bytes {
  const found = members(bytes);
  if (found.length === 0) return mutateBytes(random, bytes);
  const at = between(random, 0, found.length - 1);
  const [name, content] = found[at] ?? ['', new Uint8Array()];
  const way = random();
  let twin = '';
  if (way < 0.7) {
    // Most of what is read in these formats is XML.
    const texts = found.flatMap(([path, data], index) => (isMarkup(path, data) ? [index] : []));
    const chosen = texts.length > 0 ? oneOf(random, texts) : at;
    const [path, data] = found[chosen] ?? [name, content];
    let text = asText(data);
    for (let left = between(random, 1, 4); left > 0; left -= 1) {
      text = oneOf(random, markup)(random, text);
    }
    found[chosen] = [path, asBytes(text.slice(0, 4_000_000))];
  } else if (way < 0.8) found[at] = [name, mutateBytes(random, content.slice())];
  else if (way < 0.88) found.splice(at, 1);
  else if (way < 0.94) {
    const other = oneOf(random, [
      '../out.xml',
      '/etc/passwd',
      'C:\\x',
      '',
      'a/',
      name.toUpperCase(),
    ]);
    found[at] = [other, content];
  } else {
    // Two members of one name: written under another of the same length, then patched.
    twin = `${name.slice(0, -1)}\u0001`;
    found.push([twin, mutateBytes(random, content.slice())]);
  }
  const level = random() < 0.5 ? 0 : 6;
  const files: Zippable = {};
  for (const [path, data] of found) files[path] = [data, { level }];
  const packed = pack(files);
  if (packed === null) return mutateBytes(random, bytes);
  return twin === '' ? packed : asBytes(asText(packed).replaceAll(twin, name));
}

/** Null for what cannot be packed, as sizes that an archive states of itself may be. */
function pack(files: Zippable): Bytes | null {
  try {
    return zipSync(files, { mtime: '2024-01-01T00:00:00' });
  } catch {
    return null;
  }
}

function isMarkup(path: string, data: Uint8Array): boolean {
  return data.length > 0 && /\.(?:xml|rels|opf|ncx|x?html?|svg)$/i.test(path);
}
