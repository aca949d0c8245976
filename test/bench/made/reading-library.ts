import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentContent } from '../../../core/model/document.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { countingStamp, value } from '../../main/store/workshop.ts';
import { ids, type BenchText } from '../bench.ts';
import { contentOf, writeLibrary, type LibraryText } from './library.ts';
import { makeMarks } from './marks.ts';
import { makeTags } from './tags.ts';
import { makeText } from './text.ts';

export interface ReadingSizes {
  readonly long: number;
  readonly small: number;
  readonly marks: Readonly<Record<'marked1k' | 'marked10k' | 'marked50k', number>>;
}

/** A few small texts and one long text with more and more marks. `file` takes the place of the long text. */
export async function makeReadingLibrary(
  folder: string,
  sizes: ReadingSizes,
  file: string | null,
): Promise<readonly BenchText[]> {
  const stamp = countingStamp(0xbe);
  const tags = makeTags(24, stamp);
  const given = file === null ? null : await readGiven(file);
  const texts: LibraryText[] = [];
  for (const [n, [kind, id]] of Object.entries(ids).entries()) {
    const small = kind === 'first' || kind === 'small';
    const title = `${small ? 'Small' : 'Long'} text ${n + 1}`;
    const made = makeText(title, small ? sizes.small : sizes.long, small ? n + 1 : 99);
    const content = small || given === null ? contentOf(made) : { ...given, title };
    const count = kind in sizes.marks ? sizes.marks[kind as keyof typeof sizes.marks] : 0;
    const marks = makeMarks(id, content.text, count, tags, 7, stamp);
    // Each is a file of its own, though they may read the same.
    const source = Buffer.from(`${made.source}\n<!-- ${hash(id)} -->\n`);
    texts.push({ id, content, source, name: `${title}.md`, marks });
  }
  await writeLibrary(folder, texts, tags, ids.first, stamp);
  return texts;
}

async function readGiven(file: string): Promise<DocumentContent> {
  const read = await parseSource(await readFile(file), basename(file), { variant: 'article' });
  return value(read).content;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
