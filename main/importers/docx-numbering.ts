import { attribute, child, valueOf, wholeValue } from './docx-properties.ts';
import type { NumberPlace } from './docx-styles.ts';
import { formatNumber, type NumberFormat } from './number-formats.ts';
import { inFont, isPrivate } from './symbols.ts';
import { elementsOf, type XmlElement } from './xml.ts';

interface Level {
  readonly start: number;
  /** Null for a bullet, or for nothing at all. */
  readonly format: NumberFormat | 'bullet' | 'none';
  /** "%1.%2" for numbers. */
  readonly text: string;
  readonly legal: boolean;
  /** The level whose next number starts this one anew; 0 for never, null for all above. */
  readonly restart: number | null;
}

interface Numbering {
  /** Numberings of one definition count on together. */
  readonly shared: string;
  readonly levels: readonly (Level | undefined)[];
  readonly starts: ReadonlyMap<number, number>;
}

const mostLevels = 9;
const formats: Readonly<Partial<Record<string, Level['format']>>> = {
  decimalZero: 'padded',
  lowerLetter: 'letters',
  upperLetter: 'LETTERS',
  lowerRoman: 'roman',
  upperRoman: 'ROMAN',
  bullet: 'bullet',
  none: 'none',
};

/** Counts the numbers of lists and headings as the text goes on. */
export class DocxNumbering {
  readonly #numberings = new Map<string, Numbering>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | null) {
    if (root === null) return;
    const definitions = new Map<string, XmlElement>();
    /** Definitions that a style of lists stands for. */
    const byStyle = new Map<string, string>();
    for (const definition of elementsOf(root, 'abstractNum')) {
      const id = attribute(definition, 'abstractNumId') ?? '';
      definitions.set(id, definition);
      const style = valueOf(definition, 'styleLink');
      if (style !== null) byStyle.set(style, id);
    }
    for (const number of elementsOf(root, 'num')) {
      const named = valueOf(number, 'abstractNumId') ?? '';
      const linked = valueOf(definitions.get(named), 'numStyleLink');
      const shared = (linked === null ? undefined : byStyle.get(linked)) ?? named;
      const levels: (Level | undefined)[] = levelsOf(definitions.get(shared));
      const starts = new Map<number, number>();
      for (const override of elementsOf(number, 'lvlOverride')) {
        const at = Number(attribute(override, 'ilvl'));
        if (!(at >= 0 && at < mostLevels)) continue;
        const level = child(override, 'lvl');
        if (level !== null) levels[at] = levelOf(level);
        const start = wholeValue(override, 'startOverride');
        if (start !== null) starts.set(at, start);
      }
      this.#numberings.set(attribute(number, 'numId') ?? '', { shared, levels, starts });
    }
  }

  /** The mark of the next paragraph at a place: "•", "3.", "2.1"; '' for one without a sign, null for no list at all. */
  next({ id, level }: NumberPlace): string | null {
    const numbering = this.#numberings.get(id);
    const here = numbering?.levels[level];
    if (numbering === undefined || here === undefined) return null;
    const counters = this.#counters.get(numbering.shared) ?? [];
    this.#counters.set(numbering.shared, counters);
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      for (const [at, start] of numbering.starts) counters[at] = start - 1;
    }
    counters[level] = (counters[level] ?? here.start - 1) + 1;
    for (let below = level + 1; below < mostLevels; below += 1) {
      const { restart = null } = numbering.levels[below] ?? {};
      if (restart === null || (restart > 0 && level < restart)) counters[below] = undefined;
    }
    if (here.format === 'bullet') return here.text;
    if (here.format === 'none' && !here.text.includes('%')) return here.text.trim();
    return here.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const other = numbering.levels[at];
        if (other === undefined) return '';
        const value = counters[at] ?? other.start;
        if (other.format === 'none' || other.format === 'bullet') return '';
        return formatNumber(value, here.legal ? 'decimal' : other.format);
      })
      .trim();
  }
}

function levelsOf(definition: XmlElement | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const level of definition === undefined ? [] : elementsOf(definition, 'lvl')) {
    const at = Number(attribute(level, 'ilvl'));
    if (at >= 0 && at < mostLevels) levels[at] = levelOf(level);
  }
  return levels;
}

function levelOf(level: XmlElement): Level {
  const format = formats[valueOf(level, 'numFmt') ?? 'decimal'] ?? 'decimal';
  const text = valueOf(level, 'lvlText') ?? '';
  const font = attribute(child(child(level, 'rPr'), 'rFonts'), 'ascii');
  return {
    start: wholeValue(level, 'start') ?? 1,
    format,
    text: format === 'bullet' ? bullet(text, font) : text.slice(0, 60),
    legal: child(level, 'isLgl') !== null,
    restart: wholeValue(level, 'lvlRestart'),
  };
}

/** The sign of a bullet: an "o" is drawn as a ring, and what no font explains is a dot. */
function bullet(text: string, font: string | null): string {
  const [first = '•'] = inFont(text, font).trim();
  if (first === 'o') return '◦';
  return isPrivate(first.codePointAt(0) ?? 0) || first === '·' ? '•' : first;
}
