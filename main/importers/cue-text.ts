import type { InlineStyle } from '../../core/model/block.ts';

/** A stretch of a cue's text in one style, said by one voice. */
export interface CuePiece {
  readonly text: string;
  readonly styles: readonly InlineStyle[];
  /** Named by a voice tag; undefined where no tag says. */
  readonly voice: string | undefined;
}

const markup =
  /<(\/?)(b|i|u|s|c|v|lang|ruby|rt|font)((?:[.\s][^<>]*)?)>|<\d[\d:.]*>|\{(\\[^{}]*)\}|&(amp|lt|gt|nbsp|lrm|rlm|quot|apos|#39);/gi;
const entities: Readonly<Partial<Record<string, string>>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
  '#39': "'",
};
const styleOf: Readonly<Partial<Record<string, InlineStyle>>> = {
  b: 'strong',
  i: 'emphasis',
  s: 'strike',
};

/** Where a cue's tags stand: styles and voices go on over its lines. */
export class CueMarkup {
  private readonly on = new Set<InlineStyle>();
  private voice: string | undefined;
  private ruby = false;

  /** A line without its tags: styles are kept, colours and places on the screen are not. */
  read(line: string): CuePiece[] {
    const pieces: CuePiece[] = [];
    const write = (text: string): void => {
      if (text === '' || this.ruby) return;
      pieces.push({ text, styles: [...this.on], voice: this.voice });
    };
    if (!/[<{&]/.test(line)) {
      write(line);
      return pieces;
    }
    let at = 0;
    for (const match of line.matchAll(markup)) {
      write(line.slice(at, match.index));
      at = match.index + match[0].length;
      const [, slash, tag, rest = '', override, entity] = match;
      if (entity !== undefined) write(entities[entity.toLowerCase()] ?? '');
      else if (override !== undefined) this.override(override);
      else if (tag !== undefined) this.tag(tag.toLowerCase(), slash === '/', rest);
    }
    write(line.slice(at));
    return pieces;
  }

  private tag(name: string, closes: boolean, rest: string): void {
    if (name === 'v') {
      const voice = rest.replace(/^\S*\s*/, '').trim();
      this.voice = closes || voice === '' ? undefined : voice;
    } else if (name === 'rt') this.ruby = !closes;
    else if (name === 'ruby') this.ruby = false;
    else this.set(styleOf[name], !closes);
  }

  /** `\i1`, `\b0`, and many that only place and paint. */
  private override(codes: string): void {
    for (const [, name = '', value] of codes.matchAll(/\\([bis])(\d+)/g)) {
      this.set(styleOf[name], value !== '0');
    }
  }

  private set(style: InlineStyle | undefined, on: boolean): void {
    if (style === undefined) return;
    if (on) this.on.add(style);
    else this.on.delete(style);
  }
}
