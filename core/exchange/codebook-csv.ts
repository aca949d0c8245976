import type { CodebookEntry, CodebookFault } from '../codebook/codebook-entry.ts';
import { inTree } from '../codebook/tag-names.ts';
import { markColours } from '../model/colours.ts';
import type { Tag } from '../model/tag.ts';
import { readCsv, unguarded, writeCsv } from './csv-table.ts';

const columns = [
  'path',
  'name',
  'colour',
  'description',
  'when to use',
  'when not to use',
  'aliases',
  'id',
] as const;

/**
 * The codebook for a spreadsheet: one row for each tag, parents first. A path joins names by "/", aliases are joined by
 * "; "; a backslash keeps such a sign that is part of a name. The byte order mark tells spreadsheets that it is UTF-8.
 */
export function codebookToCsv(tags: readonly Tag[]): string {
  const rows = inTree(tags).map(({ tag, path }) => [
    joined(path, '/'),
    tag.name,
    tag.colour,
    tag.description,
    tag.whenToUse ?? '',
    tag.whenNot ?? '',
    joined(tag.aliases ?? [], ';', '; '),
    tag.id,
  ]);
  return `\uFEFF${writeCsv([columns, ...rows])}`;
}

/** Columns are known by their names, in any order; `path`, `name` or `tag` must be there. */
export function codebookFromCsv(text: string): readonly CodebookEntry[] | CodebookFault {
  const rows = readCsv(text);
  if ('problem' in rows) return rows;
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const places = new Map(header.map((name, index) => [synonyms.get(name) ?? name, index]));
  if (!places.has('path') && !places.has('name')) return { problem: 'no-names', line: 1 };
  return rows.slice(1).flatMap((row): readonly CodebookEntry[] => {
    const cell = (name: (typeof columns)[number]): string | null => {
      const place = places.get(name);
      const value = place === undefined ? undefined : row[place];
      return value === undefined ? null : unguarded(value);
    };
    const name = cell('name')?.trim() ?? '';
    const path = parted(cell('path') ?? '', '/');
    if (path.length === 0 && name === '') return [];
    const colour = cell('colour')?.trim().toLowerCase();
    return [
      {
        guid: cell('id')?.trim() ?? null,
        path: path.length === 0 ? [name] : path,
        colour: markColours.find((known) => known === colour) ?? null,
        description: cell('description'),
        whenToUse: cell('when to use'),
        whenNot: cell('when not to use'),
        aliases: parted(cell('aliases') ?? '', ';'),
      },
    ];
  });
}

const synonyms: ReadonlyMap<string, string> = new Map([
  ['tag', 'path'],
  ['code', 'path'],
  ['color', 'colour'],
  ['memo', 'description'],
  ['definition', 'description'],
  ['guid', 'id'],
]);

function joined(names: readonly string[], sign: string, between = sign): string {
  return names
    .map((name) => name.replaceAll('\\', '\\\\').replaceAll(sign, `\\${sign}`))
    .join(between);
}

function parted(text: string, sign: string): readonly string[] {
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\\' && (text[at + 1] === '\\' || text[at + 1] === sign)) {
      at += 1;
      name += text.charAt(at);
    } else if (unit === sign) {
      names.push(name);
      name = '';
    } else name += unit;
  }
  return [...names, name].map((each) => each.trim()).filter((each) => each !== '');
}
