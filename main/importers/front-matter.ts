import { parseDocument } from 'yaml';
import { noDetails, type DocumentDetails } from '../../core/model/document.ts';

export interface FrontMatter {
  readonly title: string | null;
  readonly details: DocumentDetails;
}

const known = {
  title: ['title'],
  author: ['author', 'authors', 'creator'],
  date: ['date', 'published', 'created'],
  language: ['language', 'lang'],
  site: ['site', 'site_name', 'publication'],
} as const;

/** Front matter as details; null where it is not a list of names and values, so that it can be shown instead. */
export function readFrontMatter(source: string): FrontMatter | null {
  // "failsafe" would leave all as text but also lose null; "core" keeps dates as they are written.
  const document = parseDocument(source, { schema: 'core', logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0) return null;
  const values = mapping(document);
  if (values === null) return null;

  const rest = new Map(values);
  const take = (names: readonly string[]): string | null => {
    const name = [...rest.keys()].find((key) => names.includes(key.toLowerCase()));
    const value = name === undefined ? '' : inWords(rest.get(name));
    if (name === undefined || value === '') return null;
    rest.delete(name);
    return value;
  };
  const title = take(known.title);
  const details: DocumentDetails = {
    ...noDetails,
    author: take(known.author),
    date: take(known.date),
    language: take(known.language),
    site: take(known.site),
    more: [...rest]
      .map(([name, value]) => ({ name, value: inWords(value) }))
      .filter(({ value }) => value !== ''),
  };
  return { title, details };
}

function mapping(document: ReturnType<typeof parseDocument>): [string, unknown][] | null {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    if (value === null) return [];
    return typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : null;
  } catch (error) {
    // Aliases that would grow without bound.
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) {
    return value
      .map(inWords)
      .filter((item) => item !== '')
      .join(', ');
  }
  if (typeof value === 'object' && 'name' in value) return inWords(value.name);
  return JSON.stringify(value);
}
