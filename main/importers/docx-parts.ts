import { attribute, child } from './docx-properties.ts';
import { isoDate, withReplies, type Comment } from './office-comments.ts';
import { partOfType, readXml, relationshipsOf, type Relationships } from './ooxml-package.ts';
import { elementsOf, textOf, type XmlElement, type XmlNode } from './xml.ts';
import type { Archive } from './zip.ts';

/** A part of the package that holds text, with what its references mean. */
export interface DocxPart {
  readonly root: XmlElement;
  readonly relationships: Relationships;
}

export function openPart(archive: Archive, main: Relationships, type: string): DocxPart | null {
  const path = partOfType(main, type);
  const file = path === null ? null : readXml(archive, path);
  if (path === null || file === null) return null;
  return { root: file.root, relationships: relationshipsOf(archive, path) };
}

/** Notes by their ids, without the lines that part them from the page. */
export function notesById(part: DocxPart | null): ReadonlyMap<string, XmlElement> {
  const notes = new Map<string, XmlElement>();
  for (const note of part === null ? [] : elementsOf(part.root)) {
    const id = attribute(note, 'id');
    const type = attribute(note, 'type');
    if (id !== null && (type === null || type === 'normal')) notes.set(id, note);
  }
  return notes;
}

/** The threads of comments by the id of the first comment. */
export function commentThreads(
  part: DocxPart | null,
  extended: DocxPart | null,
): ReadonlyMap<string, Comment> {
  const comments = new Map<string, Comment>();
  /** A comment is known to the thread by its last paragraph. */
  const byParagraph = new Map<string, string>();
  for (const comment of part === null ? [] : elementsOf(part.root, 'comment')) {
    const id = attribute(comment, 'id');
    if (id === null || comments.has(id)) continue;
    comments.set(id, {
      author: attribute(comment, 'author') || null,
      date: isoDate(attribute(comment, 'date')),
      text: paragraphsOf(comment),
    });
    for (const paragraph of elementsOf(comment, 'p')) {
      const key = attribute(paragraph, 'paraId');
      if (key !== null) byParagraph.set(key, id);
    }
  }
  const replies = new Map<string, Comment[]>();
  for (const link of extended === null ? [] : elementsOf(extended.root, 'commentEx')) {
    const reply = byParagraph.get(attribute(link, 'paraId') ?? '');
    const to = byParagraph.get(attribute(link, 'paraIdParent') ?? '');
    const comment = reply === undefined ? undefined : comments.get(reply);
    if (reply === undefined || to === undefined || reply === to || comment === undefined) continue;
    const thread = replies.get(to);
    if (thread === undefined) replies.set(to, [comment]);
    else thread.push(comment);
    comments.delete(reply);
  }
  for (const [id, comment] of comments) {
    const text = withReplies(comment.text, replies.get(id) ?? []);
    comments.set(id, { ...comment, text });
  }
  return comments;
}

function paragraphsOf(comment: XmlElement): string {
  return elementsOf(comment, 'p')
    .map((paragraph) => wordsOf(paragraph).trim())
    .filter((text) => text !== '')
    .join('\n');
}

/** The text of runs: no instructions, nothing that was deleted. */
function wordsOf(element: XmlElement): string {
  const parts: string[] = [];
  const waiting: XmlNode[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string' || next.local === 'del') continue;
    if (next.local === 't') parts.push(textOf(next));
    else if (next.local === 'br' || next.local === 'tab') parts.push(' ');
    else
      for (let at = next.children.length - 1; at >= 0; at -= 1)
        waiting.push(next.children[at] ?? '');
  }
  return parts.join('');
}

/** What an element of two readings holds: the newer one, unless nothing in it can be read here. */
export function alternativeOf(element: XmlElement): XmlElement | null {
  const choice = elementsOf(element, 'Choice').find(isReadable) ?? null;
  return choice ?? child(element, 'Fallback');
}

const readable = new Set(['t', 'blip', 'imagedata', 'oMath', 'relIds', 'txbxContent', 'txBody']);

function isReadable(choice: XmlElement): boolean {
  const waiting: XmlNode[] = [choice];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') continue;
    if (readable.has(next.local)) return true;
    for (const child of next.children) waiting.push(child);
  }
  return false;
}
