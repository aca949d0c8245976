import { mostPdfPieces } from './limits.ts';
import type { PdfPageProxy, PdfTextStyle, StyledItem } from './pdf-types.ts';

export interface PageItems {
  readonly items: readonly StyledItem[];
  /** Reading was given up, or failed on the way. */
  readonly end: 'whole' | 'given-up' | 'broken';
}

/** The text of a page as pdf.js finds it, piece by piece; given up at `deadline`. */
export async function readItems(page: PdfPageProxy, deadline: number): Promise<PageItems> {
  const items: StyledItem[] = [];
  const styles: Record<string, PdfTextStyle> = {};
  try {
    // What is not normalised keeps its order: pdf.js turns Arabic words around after it took ligatures apart.
    const reader = page.streamTextContent({ disableNormalization: true }).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return { items, end: 'whole' };
      Object.assign(styles, value.styles);
      for (const item of value.items) {
        if ('str' in item && item.str !== '') items.push({ item, style: styles[item.fontName] });
      }
      // A reader that stops reading stops the page's interpreter as well.
      if (performance.now() > deadline || items.length > mostPdfPieces)
        return { items, end: 'given-up' };
    }
  } catch {
    return { items, end: 'broken' };
  }
}
