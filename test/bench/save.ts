import { readFile, writeFile } from 'node:fs/promises';
import { isMissing } from '../../main/store/files.ts';

/** Puts one measurement's section into benchmarks.md in place of its last one, and its figures into benchmarks.json. */
export async function save(docs: string, name: string, figures: object, section: string) {
  const [page, data] = [`${docs}/benchmarks.md`, `${docs}/benchmarks.json`];
  const all = JSON.parse((await readIfThere(data)) ?? '{}') as Record<string, unknown>;
  await writeFile(data, `${JSON.stringify({ ...all, [name]: figures }, null, 2)}\n`);
  const heading = /^## .+\n/.exec(section)?.[0] ?? '';
  const old = (await readIfThere(page)) ?? '# Benchmarks\n\n';
  const from = old.indexOf(heading);
  const next = from === -1 ? -1 : old.indexOf('\n## ', from + 1);
  const before = (from === -1 ? old : old.slice(0, from)).trimEnd();
  const after = next === -1 ? '' : `\n${old.slice(next)}`.trimEnd();
  await writeFile(page, `${before}\n\n${section}\n${after === '' ? '' : `${after}\n`}`);
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
