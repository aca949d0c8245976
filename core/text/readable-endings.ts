/** How files are named that can be opened; what they are is told by what is in them. Zips are looked into. */
export const readableEndings: readonly string[] = [
  ...['txt', 'text', 'log', 'md', 'markdown', 'mdown', 'mkd'],
  ...['html', 'htm', 'xhtml', 'xht', 'mhtml', 'mht'],
  ...['epub', 'pdf', 'docx', 'docm', 'odt', 'fodt', 'rtf', 'fb2', 'fbz'],
  ...['eml', 'emlx', 'mbox', 'srt', 'vtt', 'sbv', 'ass', 'ssa'],
  'zip',
];

/** Whether a file of a folder is one to open: by its name, and not hidden. `zips` are no documents by their name. */
export function isReadable(name: string, zips: boolean): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  if (file.startsWith('.') || dot === -1) return false;
  const ending = file.slice(dot + 1).toLowerCase();
  return readableEndings.includes(ending) && (zips || ending !== 'zip');
}
