import type { InlineStyle } from '../../core/model/block.ts';
import type { DraftInline, DraftText } from '../../core/text/draft.ts';

type Open = { readonly style: InlineStyle } | { readonly href: string };

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
  private alternatives: string[] = [];
  private onlyAlternatives = true;

  write(text: string): void {
    // NBSP and its like do not collapse, so \s is too much.
    const pieces = text.split(/[ \t\n\r\f]+/);
    pieces.forEach((piece, index) => {
      if (index > 0) this.space = true;
      if (piece !== '') this.put(piece);
    });
  }

  /** The alternative text of an image: a word among words. */
  writeAlternative(text: string): void {
    const before = this.onlyAlternatives;
    const apart = /^[\p{L}\p{N}]/u.test(text);
    if (apart) this.space = true;
    this.write(text);
    if (apart) this.space = true;
    this.onlyAlternatives = before;
    this.alternatives.push(text);
  }

  /** The alternative texts, if there is nothing else. */
  images(): readonly string[] {
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
  take(): DraftText {
    for (const item of this.open) {
      this.close(item);
      item.start = -1;
    }
    const text = this.parts.join('').trimEnd();
    const inlines = this.inlines
      .map((inline) => ({ ...inline, end: Math.min(inline.end, text.length) }))
      .filter((inline) => inline.start < inline.end);
    this.parts = [];
    this.inlines = [];
    this.alternatives = [];
    this.onlyAlternatives = true;
    this.length = 0;
    this.space = false;
    this.atLineStart = true;
    return { text, inlines };
  }

  private put(text: string): void {
    if (this.space && !this.atLineStart) this.append(' ');
    this.space = false;
    this.atLineStart = false;
    this.onlyAlternatives = false;
    for (let index = this.open.length - 1; index >= 0; index -= 1) {
      const item = this.open[index];
      if (item === undefined || item.start >= 0) break;
      item.start = this.length;
    }
    this.append(text);
  }

  private append(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private close(item: { readonly inline: Open; readonly start: number }): void {
    if (item.start < 0 || item.start >= this.length) return;
    const place = { start: item.start, end: this.length };
    this.inlines.push(
      'href' in item.inline
        ? { kind: 'link', href: item.inline.href, ...place }
        : { kind: 'style', style: item.inline.style, ...place },
    );
  }
}
