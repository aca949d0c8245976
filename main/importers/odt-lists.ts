import { attribute } from './docx-properties.ts';
import { formatNumber, type NumberFormat } from './number-formats.ts';
import { isPrivate } from './symbols.ts';
import { elementsOf, type XmlElement } from './xml.ts';

interface Level {
  readonly bullet: string | null;
  readonly format: NumberFormat | null;
  readonly before: string;
  readonly after: string;
  /** How many levels the number shows. */
  readonly shown: number;
  readonly start: number;
}

const formats: Readonly<Partial<Record<string, NumberFormat>>> = {
  '1': 'decimal',
  a: 'letters',
  A: 'LETTERS',
  i: 'roman',
  I: 'ROMAN',
};
const mostLevels = 10;

/** How lists are marked, by the name of their style; headings have one of their own, ''. */
export class OdtListStyles {
  readonly #levels = new Map<string, readonly (Level | undefined)[]>();

  constructor(groups: readonly XmlElement[]) {
    for (const style of groups.flatMap((group) => elementsOf(group))) {
      if (style.local !== 'list-style' && style.local !== 'outline-style') continue;
      const name = style.local === 'outline-style' ? '' : (attribute(style, 'name') ?? '-');
      if (!this.#levels.has(name)) this.#levels.set(name, levelsOf(style));
    }
  }

  start(style: string | null, depth: number): number {
    return this.#levels.get(style ?? '-')?.[depth - 1]?.start ?? 1;
  }

  /** The mark at a depth from 1, after the numbers of that depth and those above; null where there is none. */
  marker(style: string | null, counters: readonly number[]): string | null {
    const depth = counters.length;
    const levels = this.#levels.get(style ?? '-');
    const level = levels?.[depth - 1];
    if (level === undefined) return style === null || levels === undefined ? '•' : null;
    if (level.bullet !== null) return level.bullet;
    if (level.format === null) return null;
    const numbers = counters.slice(Math.max(0, depth - level.shown)).map((value, index, all) => {
      const at = depth - all.length + index;
      return formatNumber(value, levels?.[at]?.format ?? level.format ?? 'decimal');
    });
    return `${level.before}${numbers.join('.')}${level.after}`.trim() || null;
  }
}

function levelsOf(style: XmlElement): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const level of elementsOf(style)) {
    const at = Number(attribute(level, 'level')) - 1;
    if (!(at >= 0 && at < mostLevels)) continue;
    const isNumber = /number|outline/.test(level.local);
    levels[at] = {
      bullet: isNumber ? null : bullet(attribute(level, 'bullet-char')),
      format: formats[attribute(level, 'num-format') ?? ''] ?? null,
      before: (attribute(level, 'num-prefix') ?? '').slice(0, 20),
      after: (attribute(level, 'num-suffix') ?? '').slice(0, 20),
      shown: Math.min(Math.max(Number(attribute(level, 'display-levels')) || 1, 1), mostLevels),
      start: startOf(attribute(level, 'start-value')) ?? 1,
    };
  }
  return levels;
}

export function startOf(value: string | null): number | null {
  return value !== null && /^\d{1,7}$/.test(value) ? Number(value) : null;
}

function bullet(sign: string | null): string {
  const [first = '•'] = (sign ?? '').trim();
  return isPrivate(first.codePointAt(0) ?? 0) || first === '·' ? '•' : first;
}
