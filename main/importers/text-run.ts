import type { InlineStyle } from '../../core/model/block.ts';
import type { DraftAnchor, DraftInline, DraftText } from '../../core/text/draft.ts';

/** A style, a link out of the text, or a jump to an anchor in it. */
export type Open =
  { readonly style: InlineStyle } | { readonly href: string } | { readonly to: string };

/** An image as the source has it; one that cannot be shown has words alone. */
export interface RunImage {
  readonly text: string;
  readonly picture?: string;
  readonly origin?: string;
}

export interface RunText extends DraftText {
  readonly anchors: readonly DraftAnchor[];
}

/**
 * Collects the text of one block as it flows in, with its styles and links. White space collapses as CSS says: one space
 * at most, none at the edges of a line; an inline never starts or ends with a space that collapsed.
 */
export class TextRun {
  private parts: string[] = [];
  private length = 0;
  /** A space that is written only if more text follows on the line. */
  private space = false;
  private atLineStart = true;
  private readonly open: { readonly inline: Open; start: number }[] = [];
  private inlines: DraftInline[] = [];
  private anchors: DraftAnchor[] = [];
  /** Anchors of what is written next. */
  private waiting: string[] = [];
  private alternatives: RunImage[] = [];
  private onlyAlternatives = true;
  private endsWithSpace = false;

  write(text: string): void {
    // NBSP and its like do not collapse, so \s is too much.
    const pieces = text.split(/[ \t\n\r\f]+/);
    pieces.forEach((piece, index) => {
      if (index > 0) this.space = true;
      if (piece !== '') this.put(piece);
    });
  }

  /** A place that others name. */
  anchor(name: string): void {
    this.waiting.push(name);
  }

  /** A picture among words, which is no word itself. */
  writePicture(picture: string, image: RunImage): void {
    if (this.space && !this.atLineStart && !this.endsWithSpace) this.append(' ');
    this.space = false;
    this.placeAnchors();
    const place = { start: this.length, end: this.length };
    this.inlines.push({ kind: 'picture', picture, alternative: image.text, ...place });
    this.alternatives.push(image);
  }

  /** The alternative text of an image: a word among words. */
  writeAlternative(image: RunImage): void {
    const { text } = image;
    const before = this.onlyAlternatives;
    const apart = /^[\p{L}\p{N}]/u.test(text);
    if (apart) this.space = true;
    this.write(text);
    if (apart) this.space = true;
    this.onlyAlternatives = before;
    this.alternatives.push(image);
  }

  /** The images, if there is nothing else. */
  images(): readonly RunImage[] {
    return this.onlyAlternatives ? this.alternatives : [];
  }

  /** Text whose white space counts. */
  writeVerbatim(text: string): void {
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.breakLine();
      if (line !== '') this.put(line);
    });
  }

  /** A line end inside the block; none at its start. */
  breakLine(): void {
    this.space = false;
    if (this.length === 0) return;
    this.append('\n');
    this.atLineStart = true;
  }

  /** Whether a line has just been ended: one more end would leave an empty line. */
  get endsLine(): boolean {
    return this.atLineStart && this.length > 0;
  }

  /** Where two pieces stood apart and no space was between them. */
  separate(): void {
    this.space = true;
  }

  start(inline: Open): void {
    this.open.push({ inline, start: -1 });
  }

  end(): void {
    const last = this.open.pop();
    if (last !== undefined) this.close(last);
  }

  /** The text so far; what is open goes on in the next block. */
  take(): RunText {
    for (const item of this.open) {
      this.close(item);
      item.start = -1;
    }
    const text = this.parts.join('').trimEnd();
    const inlines = this.inlines
      .map((inline) => cut(inline, text.length))
      .filter((inline) => inline.kind === 'picture' || inline.start < inline.end);
    this.placeAnchors();
    const anchors = this.anchors.map(({ name, at }) => ({ name, at: Math.min(at, text.length) }));
    this.parts = [];
    this.inlines = [];
    this.anchors = [];
    this.alternatives = [];
    this.onlyAlternatives = true;
    this.length = 0;
    this.space = false;
    this.atLineStart = true;
    this.endsWithSpace = false;
    return { text, inlines, anchors };
  }

  private put(text: string): void {
    if (this.space && !this.atLineStart && !this.endsWithSpace) this.append(' ');
    this.space = false;
    this.atLineStart = false;
    this.placeAnchors();
    this.onlyAlternatives = false;
    for (let index = this.open.length - 1; index >= 0; index -= 1) {
      const item = this.open[index];
      if (item === undefined || item.start >= 0) break;
      item.start = this.length;
    }
    this.append(text);
  }

  private placeAnchors(): void {
    for (const name of this.waiting) this.anchors.push({ name, at: this.length });
    this.waiting = [];
  }

  private append(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.endsWithSpace = text === ' ';
  }

  private close(item: { readonly inline: Open; readonly start: number }): void {
    if (item.start < 0 || item.start >= this.length) return;
    const place = { start: item.start, end: this.length };
    const { inline } = item;
    if ('href' in inline) this.inlines.push({ kind: 'link', href: inline.href, ...place });
    else if ('to' in inline) this.inlines.push({ kind: 'jump', to: inline.to, ...place });
    else this.inlines.push({ kind: 'style', style: inline.style, ...place });
  }
}

function cut(inline: DraftInline, length: number): DraftInline {
  const start = inline.kind === 'picture' ? Math.min(inline.start, length) : inline.start;
  return { ...inline, start, end: Math.min(inline.end, length) };
}
