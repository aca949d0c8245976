import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fuzzKinds, type FuzzKind, type Seed } from './seeds.ts';

const endings: Readonly<Record<string, FuzzKind>> = {
  ...Object.fromEntries(fuzzKinds.map((kind) => [`.${kind}`, kind])),
  '.txt': 'text',
  '.md': 'markdown',
  '.htm': 'html',
  '.xhtml': 'html',
  '.eml': 'mail',
  '.mht': 'mhtml',
  '.srt': 'subtitles',
  '.vtt': 'subtitles',
};
/** Larger ones would make the run one of a few files. */
const mostBytes = 200_000;
const mostFiles = 40;

/** Real files of a kind from a folder beside the project, where it is there. */
export function corpusSeeds(folder: string, kind: FuzzKind): readonly Seed[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const found = names.filter((name) => {
    const ending = path.extname(name).toLowerCase();
    const { size } = statSync(path.join(folder, name));
    return endings[ending] === kind && size > 0 && size <= mostBytes;
  });
  return found.slice(0, mostFiles).map((name) => ({
    name: path.basename(name),
    bytes: Uint8Array.from(readFileSync(path.join(folder, name))),
    made: false,
  }));
}
