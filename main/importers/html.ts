import { Readability } from '@mozilla/readability';
import { noDetails, type DocumentDetails } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import type { DomDocument, DomElement } from './dom-types.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parseHtml } from './html-document.ts';
import { pageFacts, type PageFacts } from './html-facts.ts';
import { plainPage } from './html-page.ts';
import type { ImportedDraft, ImportOptions, Source } from './imported-draft.ts';
import { mostElementsForArticle } from './limits.ts';
import { titleFromName } from './title.ts';

/** An article this short is believed only if the page has not much more to say. */
const shortArticle = 400;

/** A web page, or the article in it. Nothing in it runs and nothing is fetched: the page is data from start to end. */
export function importHtml(source: Source, options: ImportOptions): ImportedDraft {
  const { name } = source;
  const html = source.text();
  if (options.variant === 'article') {
    const article = importArticle(html, name);
    if (article !== null) {
      const size = characters(article.blocks);
      if (size >= shortArticle) return article;
      const page = importPage(html, name);
      return size > 0 && characters(page.blocks) < size * 4 ? article : page;
    }
  }
  return importPage(html, name);
}

function importPage(html: string, name: string): ImportedDraft {
  const { document } = parseHtml(html);
  const facts = pageFacts(document);
  return {
    title: facts.title ?? titleFromName(name),
    details: details(facts),
    blocks: htmlBlocks(document.body, plainPage(facts.base)),
  };
}

function importArticle(html: string, name: string): ImportedDraft | null {
  const { document, elements } = parseHtml(html);
  if (elements > mostElementsForArticle) return null;
  const facts = pageFacts(document);
  const article = findArticle(document);
  if (article?.content == null) return null;
  return {
    title: text(article.title) ?? facts.title ?? titleFromName(name),
    details: details({
      ...facts,
      author: text(article.byline) ?? facts.author,
      site: text(article.siteName) ?? facts.site,
      date: text(article.publishedTime) ?? facts.date,
      language: facts.language ?? text(article.lang),
    }),
    blocks: htmlBlocks(article.content, plainPage(facts.base)),
  };
}

interface Article {
  readonly content: DomElement | null | undefined;
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly siteName?: string | null | undefined;
  readonly publishedTime?: string | null | undefined;
  readonly lang?: string | null | undefined;
}

function findArticle(document: DomDocument): Article | null {
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

function details(facts: PageFacts): DocumentDetails {
  const { author, site, date, language } = facts;
  return { ...noDetails, author, site, date, language };
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
