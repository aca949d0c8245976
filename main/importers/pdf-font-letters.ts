import { glyphLetters, type PdfFont } from './pdf-glyphs.ts';
import type { StyledItem } from './pdf-types.ts';

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;

/** What pdf.js calls the letters of a document's fonts wrongly, font by font as they are met. */
export class FontLetters {
  readonly #known = new Map<string, ReadonlyMap<string, string>>();

  /** Fonts of a page that are worth a look: they draw single signs only, or what is no letter at all. */
  suspects(items: readonly StyledItem[]): readonly string[] {
    const suspects = new Map<string, 'signs' | 'odd' | 'words'>();
    for (const { item } of items) {
      const { fontName: name, str } = item;
      if (this.#known.has(name)) continue;
      const before = suspects.get(name) ?? 'signs';
      if (control.test(str)) suspects.set(name, 'odd');
      else if (before === 'signs') suspects.set(name, str.trim().length <= 2 ? 'signs' : 'words');
    }
    return [...suspects].flatMap(([name, use]) => (use === 'words' ? [] : [name]));
  }

  learn(name: string, font: PdfFont | null): void {
    this.#known.set(name, font === null ? new Map() : glyphLetters(font));
  }

  plain(name: string, text: string): string {
    const letters = this.#known.get(name);
    if (letters === undefined || letters.size === 0) return text;
    return Array.from(text, (one) => letters.get(one) ?? one).join('');
  }
}
