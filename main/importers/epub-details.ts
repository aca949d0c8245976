import { noDetails, type DocumentDetails } from '../../core/model/document.ts';
import { htmlText } from './html-text.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';

/** Longer values are cut: what a publisher says of a book can be a book. */
const longest = 4000;
const most = 60;
/** What programs write where nobody said anything. */
const unknown =
  /^(?:unknown(?: author| title)?|untitled|unnamed|no title|\[no (?:title|data)[^\]]*\]|n\/a|none|-|\?)$/i;
const repeated = [
  'publisher',
  'identifier',
  'subject',
  'description',
  'source',
  'rights',
  'contributor',
];

interface Entry {
  readonly local: string;
  readonly text: string;
  readonly attributes: XmlElement['attributes'];
  /** What other entries say of this one, by property. */
  readonly refined: ReadonlyMap<string, string>;
}

export interface BookFacts {
  readonly title: string | null;
  readonly details: DocumentDetails;
}

/** What the package says of the book, in EPUB 2's attributes or EPUB 3's refinements. */
export function bookFacts(metadata: XmlElement | null): BookFacts {
  const entries = metadata === null ? [] : entriesOf(metadata);
  const named = (local: string): readonly Entry[] =>
    entries.filter((entry) => entry.local === local);
  const titles = named('title');
  const ofType = (type: string): Entry | undefined =>
    titles.find(({ refined }) => refined.get('title-type') === type);
  const title = ofType('main') ?? titles[0];
  const subtitle = ofType('subtitle');
  const creators = inOrder(named('creator'));
  const writers = creators.filter((entry) => ['', 'aut'].includes(roleOf(entry)));
  const authors = writers.length > 0 ? writers : creators;
  const others = creators.filter((entry) => !authors.includes(entry));
  const more = [
    ...(subtitle === undefined ? [] : [{ name: 'subtitle', value: subtitle.text }]),
    ...others.map((entry) => ({ name: 'contributor', value: withRole(entry) })),
    ...repeated.flatMap((local) =>
      named(local).map((entry) => ({ name: local, value: valueOf(entry) })),
    ),
    ...series(entries),
  ];
  return {
    title: known(title?.text),
    details: {
      ...noDetails,
      author: known(
        authors
          .map(({ text }) => text)
          .filter((text) => !unknown.test(text))
          .join(', '),
      ),
      date: dateOf(named('date')),
      language: known(named('language')[0]?.text),
      more: more.filter(({ value }) => known(value) !== null).slice(0, most),
    },
  };
}

function entriesOf(metadata: XmlElement): readonly Entry[] {
  // EPUB 2 may keep its entries in dc-metadata and x-metadata.
  const elements = elementsOf(metadata).flatMap((element) =>
    /^(?:dc|x)-metadata$/.test(element.local) ? elementsOf(element) : [element],
  );
  const refinements = new Map<string, Map<string, string>>();
  for (const { local, attributes, ...element } of elements) {
    const { refines, property } = attributes;
    if (local !== 'meta' || refines === undefined || property === undefined) continue;
    const of = refinements.get(refines) ?? new Map<string, string>();
    refinements.set(refines, of);
    if (!of.has(property)) of.set(property, oneLine(textOf({ ...element, local, attributes })));
  }
  return elements.flatMap((element) => {
    const { attributes } = element;
    const local = element.local.toLowerCase();
    const text = oneLine(attributes['content'] ?? textOf(element)).slice(0, longest);
    if (text === '' || attributes['refines'] !== undefined) return [];
    const refined = refinements.get(`#${attributes['id'] ?? ''}`) ?? new Map<string, string>();
    return [{ local, text, attributes, refined }];
  });
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const place = ({ refined }: Entry): number => Number(refined.get('display-seq') ?? 1e6);
  return entries.toSorted((a, b) => place(a) - place(b) || 0);
}

function roleOf({ attributes, refined }: Entry): string {
  return (refined.get('role') ?? attributes['opf:role'] ?? attributes['role'] ?? '').toLowerCase();
}

function withRole(entry: Entry): string {
  const role = roleOf(entry);
  return role === '' ? entry.text : `${entry.text} (${role})`;
}

function valueOf(entry: Entry): string {
  switch (entry.local) {
    case 'contributor':
      return withRole(entry);
    case 'description':
      return entry.text.includes('<') || entry.text.includes('&')
        ? oneLine(htmlText(entry.text))
        : entry.text;
    case 'identifier': {
      const scheme = entry.attributes['opf:scheme'];
      return scheme === undefined || entry.text.toLowerCase().startsWith(scheme.toLowerCase())
        ? entry.text
        : `${scheme}: ${entry.text}`;
    }
    default:
      return entry.text;
  }
}

/** The publication, if the dates say which they are. */
function dateOf(dates: readonly Entry[]): string | null {
  const event = ({ attributes }: Entry): string => attributes['opf:event'] ?? '';
  const published = dates.find((date) => /publication/i.test(event(date)));
  const other = dates.find((date) => !/modification|conversion/i.test(event(date)));
  return known((published ?? other)?.text);
}

function series(entries: readonly Entry[]): readonly { name: string; value: string }[] {
  const meta = (name: string): string | undefined =>
    entries.find(({ attributes }) => attributes['name'] === name)?.text;
  const collection = entries.find(
    ({ attributes }) => attributes['property'] === 'belongs-to-collection',
  );
  const name = collection?.text ?? meta('calibre:series');
  if (name === undefined) return [];
  const number = collection?.refined.get('group-position') ?? meta('calibre:series_index');
  return [{ name: 'series', value: number === undefined ? name : `${name}, ${number}` }];
}

function known(text: string | undefined): string | null {
  const line = (text ?? '').trim();
  return line === '' || unknown.test(line) ? null : line;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
