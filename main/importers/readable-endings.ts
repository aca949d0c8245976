/** How files are named that can be opened; what they are is told by what is in them. Zips are looked into. */
export const readableEndings: readonly string[] = [
  ...['txt', 'text', 'log', 'md', 'markdown', 'mdown', 'mkd'],
  ...['html', 'htm', 'xhtml', 'xht', 'mhtml', 'mht'],
  ...['epub', 'pdf', 'docx', 'odt', 'rtf', 'fb2', 'fbz'],
  ...['eml', 'emlx', 'mbox', 'srt', 'vtt', 'sbv', 'ass', 'ssa'],
  'zip',
];
