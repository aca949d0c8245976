/** A line of plain text as Markdown that shows the same line: nothing in it becomes a list, a heading, a link, HTML. */
export function escapeLine(line: string): string {
  return (
    line
      .replace(/[\\`*_[\]<~$]|==|&(?=[#\w]+;)|(?<=^|\s)#/g, (found) => `\\${found}`)
      // A character that is only special at the start of a line.
      .replace(/^(\s*)([>|^=]|[-+](?=[\s-]|$))/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
      // White space at the start would make a code block; as an entity it is only white space.
      .replace(/^[ \t]/, (found) => (found === ' ' ? '&#32;' : '&#9;'))
  );
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * A tag's path as note programs write tags: no spaces, at least one character that is no digit. Not every name can be
 * written so; the JSON-LD and CSV exports carry names unchanged.
 */
export function hashtag(path: string): string {
  const word = path
    .split('/')
    .map((part) =>
      part
        .trim()
        .replace(/(?:(?![\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control}_-]).)+/gsu, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('/');
  return /^[\p{N}/]*$/u.test(word) ? `#_${word}` : `#${word}`;
}
