const deepest = 32;

/** One argument after the other, as they are written; `raised` where it stands above or below the line. */
interface Piece {
  readonly text: string;
  readonly raised: boolean;
}

/**
 * What a field of the kind EQ draws, as a line of text: East Asian texts have words with their reading in such fields,
 * and nowhere else. Null for all other fields.
 */
export function equationText(instruction: string): string | null {
  const found = /^\s*EQ\s/i.exec(instruction);
  if (found === null) return null;
  // What follows `\*` says how it looks.
  const drawn = instruction
    .slice(found[0].length)
    .replace(/\\\*\s*(?:"[^"]*"|[a-z]+\d*(?:\s*"[^"]*")?)/gi, '');
  return new Equation(drawn)
    .pieces(0)
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Reads `\o\ad(\s\up 9(reading),words)`: switches, then arguments between parentheses. */
class Equation {
  #at = 0;

  constructor(private readonly source: string) {}

  /** Up to what ends an argument. */
  pieces(depth: number): Piece[] {
    const found: Piece[] = [];
    const add = (text: string): void => {
      found.push({ text, raised: false });
    };
    while (this.#at < this.source.length) {
      const rest = this.source.slice(this.#at, this.#at + 64);
      const [word] = /^\\[a-z]+/i.exec(rest) ?? [];
      if (word !== undefined) found.push(this.#drawn(word, depth));
      else if (rest.startsWith('\\')) {
        add(rest.slice(1, 2));
        this.#at += 2;
      } else if (depth > 0 && /^[,;)]/.test(rest)) break;
      else {
        const [text = rest.slice(0, 1)] = /^[^\\,;()]+/.exec(rest) ?? [];
        add(text);
        this.#at += text.length;
      }
    }
    return found;
  }

  /** A switch, those that belong to it, and its arguments. */
  #drawn(first: string, depth: number): Piece {
    this.#at += first.length;
    this.#skipOptions();
    const parts = this.source[this.#at] === '(' && depth < deepest ? this.#arguments(depth) : [];
    const texts = parts.map((pieces) => pieces.map(({ text }) => text).join(''));
    switch (first.toLowerCase()) {
      case '\\f':
        return { text: texts.join('/'), raised: false };
      case '\\r':
        return { text: texts.length > 1 ? texts.join('√') : `√${texts.join('')}`, raised: false };
      case '\\b':
        return { text: `(${texts.join(', ')})`, raised: false };
      case '\\s':
        return { text: texts.join(' '), raised: true };
      case '\\o': {
        const isRaised = parts.map((pieces) => pieces.some(({ raised }) => raised));
        const below = texts.filter((_, index) => isRaised[index] === false).join('');
        const above = texts
          .filter((_, index) => isRaised[index] === true)
          .join(' ')
          .trim();
        return { text: above === '' ? below : `${below}(${above})`, raised: false };
      }
      default:
        return { text: texts.join(' '), raised: false };
    }
  }

  /** They carry a number or, after `c`, the sign that they draw. One after the other, so that none is tried twice. */
  #skipOptions(): void {
    for (;;) {
      const rest = this.source.slice(this.#at, this.#at + 64);
      const [option] = /^(?:[\s\d-]+|\\[lrb]c\s*\\?.|\\[a-z]+)/is.exec(rest) ?? [];
      if (option === undefined) return;
      this.#at += option.length;
    }
  }

  #arguments(depth: number): Piece[][] {
    const found: Piece[][] = [];
    do {
      this.#at += 1;
      found.push(this.pieces(depth + 1));
    } while (this.#at < this.source.length && this.source[this.#at] !== ')');
    this.#at += 1;
    return found;
  }
}
