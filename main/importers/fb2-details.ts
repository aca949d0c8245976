import { noDetails, type DocumentDetails } from '../../core/model/document.ts';
import { attribute } from './docx-properties.ts';
import { elementsOf, findElement, textOf, type XmlElement } from './xml.ts';

/** What the description says of a book. */
export function fb2Details(root: XmlElement): {
  readonly title: string | null;
  readonly details: DocumentDetails;
  readonly cover: string | null;
} {
  const [description] = elementsOf(root, 'description');
  const [info] = description === undefined ? [] : elementsOf(description, 'title-info');
  const [publisher] = description === undefined ? [] : elementsOf(description, 'publish-info');
  const authors = info === undefined ? [] : elementsOf(info, 'author').map(person);
  const cover = info === undefined ? null : findElement(info, 'coverpage');
  const image = cover === null ? null : findElement(cover, 'image');
  const more = [
    ['series', series(info)],
    [
      'translator',
      info === undefined ? null : elementsOf(info, 'translator').map(person).join(', '),
    ],
    ['annotation', words(info, 'annotation')],
    ['publisher', words(publisher, 'publisher')],
    ['isbn', words(publisher, 'isbn')],
  ] as const;
  return {
    title: words(info, 'book-title'),
    details: {
      ...noDetails,
      author: authors.filter((name) => name !== '').join(', ') || null,
      date: words(info, 'date') ?? words(publisher, 'year'),
      language: words(info, 'lang'),
      more: more.flatMap(([name, value]) =>
        value === null || value === '' ? [] : [{ name, value }],
      ),
    },
    cover: pictureKey(image),
  };
}

/** The id of the picture that an image names. */
export function pictureKey(image: XmlElement | null): string | null {
  const href = attribute(image, 'href')?.trim() ?? '';
  return href.startsWith('#') && href.length > 1 ? href.slice(1) : null;
}

function person(author: XmlElement): string {
  const name = ['first-name', 'middle-name', 'last-name']
    .flatMap((part) => words(author, part) ?? [])
    .join(' ');
  return name === '' ? (words(author, 'nickname') ?? '') : name;
}

function series(info: XmlElement | undefined): string | null {
  const [sequence] = info === undefined ? [] : elementsOf(info, 'sequence');
  if (sequence === undefined) return null;
  const [name, number] = [attribute(sequence, 'name'), attribute(sequence, 'number')];
  return name === null ? null : number === null ? name : `${name} ${number}`;
}

function words(parent: XmlElement | undefined, local: string): string | null {
  const [element] = parent === undefined ? [] : elementsOf(parent, local);
  const text = element === undefined ? '' : textOf(element).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text.slice(0, 4000);
}
