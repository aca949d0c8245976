import type { DrawnFont } from './pdf-annotation-pen.ts';
import { drawnTexts, type DrawnText } from './pdf-appearances.ts';
import type { FontLetters } from './pdf-font-letters.ts';
import type { PdfAnnotation, PdfPageProxy, StyledItem } from './pdf-types.ts';

/** Display, with annotations as they are on paper. */
const withAnnotations = { annotationMode: 1 };

/**
 * What the text of a page alone does not say, from the operators that draw it: what its fonts mean by their signs, and
 * what its annotations show. Costs as much as reading the page once more, so it is done only where there is a reason.
 */
export async function lookAgain(
  page: PdfPageProxy,
  items: readonly StyledItem[],
  annotations: readonly PdfAnnotation[],
  letters: FontLetters,
): Promise<readonly DrawnText[]> {
  const suspects = letters.suspects(items);
  const drawn = new Set(annotations.filter(showsText).map(({ id }) => id));
  if (suspects.length === 0 && drawn.size === 0) return [];
  const operators = await page.getOperatorList(withAnnotations).catch(() => null);
  if (operators === null) return [];
  const fontOf = (name: string): DrawnFont | null => {
    if (!page.commonObjs.has(name)) return null;
    const font = page.commonObjs.get(name);
    return typeof font === 'object' && font !== null ? font : null;
  };
  for (const name of suspects) letters.learn(name, fontOf(name));
  if (drawn.size === 0) return [];
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const texts = drawnTexts(operators, OPS, fontOf).filter(({ id }) => drawn.has(id));
  const fonts = new Set(texts.map(({ item }) => item.fontName));
  for (const name of fonts) letters.learn(name, fontOf(name));
  return texts;
}

/** What is written into a text field is its value; of other fields and of stamps, what is drawn. */
function showsText({ subtype, fieldType, hasAppearance, hidden }: PdfAnnotation): boolean {
  if (hasAppearance !== true || hidden === true) return false;
  return subtype === 'Stamp' || (subtype === 'Widget' && fieldType !== 'Tx');
}
