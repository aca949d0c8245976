import type { InlineStyle } from '../../core/model/block.ts';
import type { DraftAnchor, DraftInline, DraftText } from '../../core/text/draft.ts';

/** How a stretch of text looks, and where it leads. */
export interface Look {
  readonly styles: readonly InlineStyle[];
  readonly to: LinkTo | null;
}
export type LinkTo = { readonly href: string } | { readonly jump: string };
export const plain: Look = { styles: [], to: null };

/** The same above the line, as the signs of notes and readings stand. */
export function raised({ styles, to }: Look): Look {
  return { styles: [...styles.filter((style) => style !== 'sup' && style !== 'sub'), 'sup'], to };
}

export interface Line extends DraftText {
  readonly anchors: DraftAnchor[];
}

interface Open {
  readonly what: InlineStyle | LinkTo;
  readonly start: number;
}

/**
 * Collects the text of one block as word processors write it: in many short runs, whose white space counts. Neighbours
 * of one look become one inline; white space at the ends of the block goes.
 */
export class LineWriter {
  /** All that was ever written, in UTF-16 units. */
  written = 0;
  #parts: string[] = [];
  #length = 0;
  #look: Look = plain;
  #open: Open[] = [];
  #inlines: DraftInline[] = [];
  #anchors: DraftAnchor[] = [];

  /** In UTF-16 units, white space at the start included. */
  get length(): number {
    return this.#length;
  }

  /** Whether a reader would see anything of it. */
  get isEmpty(): boolean {
    return this.#parts.every((part) => !/\S/.test(part)) && !this.#inlines.some(isPicture);
  }

  write(text: string, look: Look): void {
    // Marks that a canonical text may not hold would move all that is counted here.
    const clean = text.replace(/[\r\ufeff]/g, '');
    if (clean === '') return;
    this.#turnTo(look);
    this.#parts.push(clean);
    this.#length += clean.length;
    this.written += clean.length;
  }

  /** Text whose white space is one space at most, as XML for reading has it. */
  flow(text: string, look: Look): void {
    const one = text.replace(/[ \t\n\r\f]+/g, ' ');
    this.write(one.startsWith(' ') && this.#endsWithSpace() ? one.slice(1) : one, look);
  }

  anchor(name: string, at = this.#length): void {
    this.#anchors.push({ name, at });
  }

  picture(picture: string, alternative: string): void {
    const at = this.#length;
    this.#inlines.push({ kind: 'picture', picture, alternative, start: at, end: at });
  }

  /** `indented`: white space at the start counts. */
  take(indented = false): Line {
    this.#turnTo(plain);
    const all = this.#parts.join('');
    const lead = indented ? 0 : (/^[ \t\n\f\v]*/.exec(all)?.[0].length ?? 0);
    const text = all.slice(lead).trimEnd();
    const moved = (at: number): number => Math.min(Math.max(at - lead, 0), text.length);
    const inlines = this.#inlines
      .map((inline) => ({ ...inline, start: moved(inline.start), end: moved(inline.end) }))
      .filter((inline) => inline.start < inline.end || isPicture(inline));
    const anchors = this.#anchors.map(({ name, at }) => ({ name, at: moved(at) }));
    this.#parts = [];
    this.#length = 0;
    this.#inlines = [];
    this.#anchors = [];
    return { text, inlines, anchors };
  }

  #endsWithSpace(): boolean {
    const last = this.#parts.at(-1);
    return last === undefined || /[ \t\n]$/.test(last);
  }

  #turnTo(look: Look): void {
    if (look === this.#look) return;
    this.#look = look;
    const wanted: (InlineStyle | LinkTo)[] = [...look.styles];
    if (look.to !== null) wanted.push(look.to);
    const kept = this.#open.filter(({ what }) => wanted.some((other) => isSame(what, other)));
    for (const open of this.#open) if (!kept.includes(open)) this.#close(open);
    for (const what of wanted) {
      if (!kept.some((open) => isSame(open.what, what))) kept.push({ what, start: this.#length });
    }
    this.#open = kept;
  }

  #close({ what, start }: Open): void {
    const place = { start, end: this.#length };
    if (start === this.#length) return;
    if (typeof what === 'string') this.#inlines.push({ kind: 'style', style: what, ...place });
    else if ('href' in what) this.#inlines.push({ kind: 'link', href: what.href, ...place });
    else this.#inlines.push({ kind: 'jump', to: what.jump, ...place });
  }
}

function isPicture({ kind }: DraftInline): boolean {
  return kind === 'picture';
}

function isSame(a: InlineStyle | LinkTo, b: InlineStyle | LinkTo): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if ('href' in a) return 'href' in b && a.href === b.href;
  return 'jump' in b && a.jump === b.jump;
}
