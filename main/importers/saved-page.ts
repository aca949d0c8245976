import type { LightDocument } from './light-element.ts';

/** Where and when a program saved a page, as it noted in the file. */
export interface SavedPage {
  readonly address: URL | null;
  readonly date: string | null;
}

// SingleFile's comment, the "mark of the web" of browsers, and the attributes of scrapbooks.
const singleFile =
  /<!--\s{0,20}Page saved with SingleFile\s{1,20}url:[ \t]*(\S{1,4000})\s{1,20}saved date:[ \t]*([^\n]{0,200}?)\s*(?:\n|-->)/;
const markOfTheWeb = /<!--\s{0,20}saved from url=\(\d{1,5}\)(\S{1,4000}?)\s{0,20}-->/i;
const scrapbook = /<html[^>]{0,2000}?\sdata-scrapbook-source="([^"]{1,4000})"/i;
const headLength = 32_768;

export function savedPage(html: string, document: LightDocument): SavedPage {
  const head = html.slice(0, headLength);
  const single = singleFile.exec(head);
  const meta = (name: string): string | null =>
    document
      .getElementsByTagName('meta')
      .find((element) => element.getAttribute('name') === name)
      ?.getAttribute('content') ?? null;
  return {
    address: webAddress(
      single?.[1] ??
        markOfTheWeb.exec(head)?.[1] ??
        scrapbook.exec(head)?.[1] ??
        meta('savepage-url'),
    ),
    date: single?.[2] ?? meta('savepage-date'),
  };
}

export function webAddress(text: string | null | undefined): URL | null {
  const url = text !== null && text !== undefined && URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}
