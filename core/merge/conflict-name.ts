export type SharedName = 'library.json' | 'tags.json' | 'items.json' | 'annotations.json';

// After the file's stem: what Syncthing, then Dropbox and Nextcloud in any language, then iCloud put there.
const marks = [
  /^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?$/i,
  /^ \([^()]*(\([^()]*\)[^()]*)*\d{4}-\d{2}-\d{2}[^()]*\)$/,
  /^ \d{1,3}$/,
];

/** Which file of the library a sync program's conflict copy is a copy of; null for every other name. */
export function conflictOf(name: string): SharedName | null {
  const found = /^(library|tags|items|annotations)(.+)\.json$/.exec(name);
  if (found === null) return null;
  const [, stem, rest = ''] = found;
  return marks.some((mark) => mark.test(rest)) ? (`${stem}.json` as SharedName) : null;
}
