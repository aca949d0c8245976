import { noDetails, type DocumentDetails } from '../../core/model/document.ts';
import { partOfType, readXml, type Relationships } from './ooxml-package.ts';
import { findElement, textOf, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** What the properties of a document say of it; `title` only where somebody wrote one. */
export function docxDetails(
  archive: Archive,
  relationships: Relationships,
  language: string | null,
): { readonly title: string | null; readonly details: DocumentDetails } {
  const path = partOfType(relationships, 'core-properties');
  const root = path === null ? null : (readXml(archive, path)?.root ?? null);
  const word = (local: string): string | null => wordOf(root, local);
  const title = word('title');
  return {
    title:
      title === null || /^(?:microsoft word\s*-|untitled$|document\d*$)/i.test(title)
        ? null
        : title,
    details: {
      ...noDetails,
      author: word('creator'),
      date: word('created') ?? word('modified'),
      language: word('language') ?? language,
      more: (['subject', 'keywords', 'description'] as const).flatMap((name) => {
        const value = word(name);
        return value === null ? [] : [{ name, value }];
      }),
    },
  };
}

export function wordOf(root: XmlElement | null, local: string): string | null {
  const element = root === null ? null : findElement(root, local);
  const text = element === null ? '' : textOf(element).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text.slice(0, 2000);
}
