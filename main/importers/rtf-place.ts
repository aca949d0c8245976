import { inText, type Place } from './block-writer.ts';
import type { RtfState } from './rtf-state.ts';
import { styleRole, type StyleRole } from './style-names.ts';

/** The styles of paragraphs by their numbers. */
export class RtfStyles {
  readonly #names = new Map<number, string>();
  readonly #outlines = new Map<number, number>();

  name(style: number, text: string): void {
    const known = this.#names.get(style) ?? '';
    if (!known.includes(';')) this.#names.set(style, (known + text).slice(0, 200));
  }

  outline(style: number, level: number): void {
    if (!this.#outlines.has(style)) this.#outlines.set(style, level);
  }

  role(style: number): StyleRole | null {
    const level = this.#outlines.get(style);
    if (level !== undefined && level >= 0 && level < 9) return { heading: level + 1 };
    const [name = ''] = (this.#names.get(style) ?? '').split(/[;,]/);
    return styleRole(name.trim());
  }
}

/** What the paragraph that ends becomes. */
export function rtfPlace(state: RtfState, marker: string | null, styles: RtfStyles): Place {
  const { outline, style, listed, level } = state;
  const role =
    outline !== null && outline >= 0 && outline < 9
      ? { heading: outline + 1 }
      : outline === null
        ? styles.role(style)
        : null;
  if (role === 'title') return { ...inText, kind: { heading: 1 } };
  if (role !== null && typeof role === 'object') return { ...inText, kind: role };
  const list = listed || marker !== null ? { depth: level + 1, marker: sign(marker) } : null;
  return {
    kind: role === 'code' && list === null ? 'code' : 'paragraph',
    quote: role === 'quote' ? 1 : 0,
    list,
  };
}

function sign(marker: string | null): string | null {
  return marker === '·' ? '•' : marker;
}
