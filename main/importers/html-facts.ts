import type { ReadElement } from './dom-types.ts';
import type { LightDocument } from './light-element.ts';
import { baseAddress } from './links.ts';

/** What the head of a page says of it. */
export interface PageFacts {
  readonly title: string | null;
  readonly author: string | null;
  readonly site: string | null;
  readonly date: string | null;
  readonly language: string | null;
  /** What its relative addresses are relative to, where it says so. */
  readonly base: URL | null;
}

export function pageFacts(document: LightDocument): PageFacts {
  const metas = new Map<string, string>();
  for (const meta of document.getElementsByTagName('meta')) {
    const content = line(meta.getAttribute('content'));
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(key)?.trim().toLowerCase();
      if (name !== undefined && content !== null && !metas.has(name)) metas.set(name, content);
    }
  }
  const first = (...names: readonly string[]): string | null =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  const attribute = (
    name: string,
    of: string,
    where: (element: ReadElement) => boolean = () => true,
  ): string | null => line(document.getElementsByTagName(of).find(where)?.getAttribute(name));
  const textOf = (name: string): string | null =>
    line(document.getElementsByTagName(name)[0]?.textContent);

  const author = first(
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
  );
  return {
    title:
      first('og:title') ?? textOf('title') ?? first('dc.title', 'twitter:title') ?? textOf('h1'),
    author: author !== null && /^https?:/.test(author) ? null : author,
    site: first('og:site_name', 'application-name'),
    date:
      first(
        'article:published_time',
        'datepublished',
        'dc.date',
        'dcterms.date',
        'dcterms.created',
        'dc.date.issued',
        'citation_publication_date',
        'citation_date',
        'parsely-pub-date',
        'pubdate',
        'date',
      ) ?? attribute('datetime', 'time', isPublication),
    language:
      attribute('lang', 'html') ?? attribute('xml:lang', 'html') ?? first('content-language'),
    base: baseAddress(
      attribute('href', 'base', (base) => base.hasAttribute('href')),
      attribute('href', 'link', (link) => link.getAttribute('rel') === 'canonical'),
      first('og:url'),
    ),
  };
}

function isPublication(time: ReadElement): boolean {
  const properties = time.getAttribute('itemprop')?.split(/\s+/) ?? [];
  return (
    time.hasAttribute('datetime') &&
    (time.hasAttribute('pubdate') || properties.includes('datePublished'))
  );
}

function line(text: string | null | undefined): string | null {
  const found = (text ?? '').replace(/[ \t\n\r\f]+/g, ' ').trim();
  return found === '' ? null : found;
}
