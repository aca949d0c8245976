import type { BlockWriter } from './block-writer.ts';
import { bookmarkAnchor } from './field-links.ts';
import type { RtfContext } from './rtf-context.ts';

/** What a group of its own said of a bookmark or of a comment. */
export function takeWord(
  what: string,
  text: string,
  { comments, comment }: RtfContext,
  writer: BlockWriter,
): void {
  if (what === 'bkmkstart') writer.line.anchor(bookmarkAnchor(text));
  else if (what === 'atrfstart') comments.start(text);
  else if (what === 'atrfend') comments.end(text);
  else if (what === 'atnauthor') comment.author = text || null;
  else if (what === 'atnref') comment.id = text || null;
  else if (what === 'atndate') comment.date = text || null;
}
