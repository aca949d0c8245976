import { Readability } from '@mozilla/readability';
import { detailNames } from '../../core/messages/en/imports.ts';
import type { DocumentDetails } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import type { ReadElement } from './dom-types.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parseHtml, type FrameSource, type HtmlDocument } from './html-document.ts';
import { pageFacts, type PageFacts } from './html-facts.ts';
import { proseLength } from './html-prose.ts';
import type { ImportedDraft, ImportOptions, Source } from './imported-draft.ts';
import type { LightDocument } from './light-element.ts';
import { mostElementsForArticle, mostDepthForArticle } from './limits.ts';
import { savedPage, type SavedPage } from './saved-page.ts';
import { titleFromName } from './title.ts';
import { webPage } from './web-page.ts';
import { WebPictures, type PageFiles } from './web-pictures.ts';

/** An article this short is believed only if the page has not much more to say. */
const shortArticle = 400;

/** An article with less of the page's running text is only a piece of what is to be read, as in manuals. */
const leastShare = 0.4;

/** A page and what came with it. */
export interface WebSource {
  readonly html: string;
  readonly name: string;
  /** Where it was saved from, if its container says so. */
  readonly address: URL | null;
  /** What the container calls it. */
  readonly title: string | null;
  readonly savedOn: string | null;
  readonly files: PageFiles;
  /** Frames by address, made anew for each reading of the page. */
  readonly frames: () => FrameSource;
}

/** A web page, or the article in it. Nothing in it runs and nothing is fetched: the page is data from start to end. */
export function importHtml(source: Source, options: ImportOptions): ImportedDraft {
  return importWeb(
    {
      html: source.text(),
      name: source.name,
      address: null,
      title: null,
      savedOn: null,
      files: () => null,
      frames: () => () => null,
    },
    options,
  );
}

export function importWeb(source: WebSource, options: ImportOptions): ImportedDraft {
  const page = readPage(source);
  const { elements, depth } = page.parsed;
  const tooLarge = elements > mostElementsForArticle || depth > mostDepthForArticle;
  if (options.variant === 'page' || tooLarge) return wholePage(page);
  const prose = proseLength(page.parsed.document.body);
  const article = articleOf(page);
  const size = article === null ? 0 : characters(article.draft.blocks);
  if (article !== null && size >= shortArticle && article.prose >= prose * leastShare) {
    return article.draft;
  }
  // Looking for the article has changed the page.
  const whole = wholePage(readPage(source));
  const isShort = size > 0 && size < shortArticle && characters(whole.blocks) < size * 4;
  return article !== null && isShort ? article.draft : whole;
}

function wholePage(page: ReadPage): ImportedDraft {
  const { source, parsed, facts } = page;
  return drafted(page, parsed.document.body, {
    title: source.title ?? facts.title ?? titleFromName(source.name),
    facts,
  });
}

function articleOf(
  page: ReadPage,
): { readonly draft: ImportedDraft; readonly prose: number } | null {
  const { source, parsed, facts } = page;
  const article = findArticle(parsed.document);
  if (article?.content == null) return null;
  const draft = drafted(page, article.content, {
    title: text(article.title) ?? source.title ?? facts.title ?? titleFromName(source.name),
    facts: {
      ...facts,
      author: text(article.byline) ?? facts.author,
      site: text(article.siteName) ?? facts.site,
      date: text(article.publishedTime) ?? facts.date,
      language: facts.language ?? text(article.lang),
    },
  });
  return { draft, prose: proseLength(article.content) };
}

interface ReadPage {
  readonly source: WebSource;
  readonly parsed: HtmlDocument;
  readonly facts: PageFacts;
  readonly saved: SavedPage;
}

function readPage(source: WebSource): ReadPage {
  const parsed = parseHtml(source.html, source.frames());
  const saved = savedPage(source.html, parsed.document);
  return {
    source,
    parsed,
    facts: pageFacts(parsed.document),
    saved: {
      address: saved.address ?? source.address,
      date: saved.date ?? source.savedOn,
    },
  };
}

function drafted(
  { source, parsed, saved, facts: { base } }: ReadPage,
  content: ReadElement,
  { title, facts }: { readonly title: string; readonly facts: PageFacts },
): ImportedDraft {
  const pictures = new WebPictures(parsed.data, source.files);
  const page = webPage(base ?? saved.address, saved.address ?? base, parsed.data, pictures);
  const blocks = htmlBlocks(content, page);
  const { missing, taken } = pictures;
  return {
    title,
    details: details(facts, saved),
    blocks,
    pictures: taken,
    ...(missing.size > 0 && {
      notices: [{ kind: 'pictures-not-fetched', count: missing.size }],
    }),
  };
}

interface Article {
  readonly content: ReadElement | null | undefined;
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly siteName?: string | null | undefined;
  readonly publishedTime?: string | null | undefined;
  readonly lang?: string | null | undefined;
}

function findArticle(document: LightDocument): Article | null {
  try {
    // Readability's types name the DOM library, which main does not have. The element itself comes back, not its HTML.
    const reader = new Readability(document as never, { serializer: (node: unknown) => node });
    return reader.parse() as Article | null;
  } catch (error) {
    // It trips over some odd trees; the whole page is still good to read. A full heap or stack is not its fault.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function details(facts: PageFacts, saved: SavedPage): DocumentDetails {
  const { author, date, language } = facts;
  const more = [
    { name: detailNames.savedFrom, value: saved.address?.href ?? '' },
    { name: detailNames.savedOn, value: saved.date ?? '' },
  ];
  return {
    author,
    site: facts.site ?? saved.address?.hostname ?? null,
    date,
    language,
    more: more.filter(({ value }) => value !== ''),
  };
}

function text(value: string | null | undefined): string | null {
  const line = (value ?? '').replace(/[ \t\n\r\f]+/g, ' ').trim();
  return line === '' ? null : line;
}

function characters(blocks: readonly DraftBlock[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'rule') continue;
    if (block.kind !== 'table') count += block.text.length;
    else for (const row of block.rows) for (const cell of row) count += cell.text.length;
  }
  return count;
}
