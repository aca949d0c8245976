/** A title from a file's name: no folder, no extension, words apart, a capital at the start. */
export function titleFromName(name: string): string {
  const file = name.split(/[/\\]/).at(-1) ?? name;
  const stem = file.replace(/(?<=.)\.[\p{L}\p{N}]{1,10}$/u, '').normalize('NFC');
  const apart = stem.replace(/_+/g, ' ');
  // Hyphens join words only where nothing else parts them: "the-long-road", but not "2024-01-05" or "A well-known road".
  const words = /\s/.test(apart) ? apart : apart.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return file.trim() === '' ? 'Untitled' : file.trim();
  const first = String.fromCodePoint(line.codePointAt(0) ?? 0);
  return first.toUpperCase() + line.slice(first.length);
}
