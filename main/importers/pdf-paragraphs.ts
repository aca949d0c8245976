import { isIdeograph } from './pdf-fragments.ts';
import type { Region } from './pdf-order.ts';
import type { Line } from './pdf-types.ts';

export interface Paragraph {
  readonly page: number;
  readonly lines: readonly Line[];
  /** A bullet that its first line begins with. */
  readonly marker: string | null;
  readonly furniture: boolean;
  /** More room above it than between lines. */
  readonly spaced: boolean;
}

const bullet = /^([•‣◦▪▫●○■□◆◇➢➤✓·\uf0b7\uf0a7∙⁃]|[-–—*](?=\s))\s*(?=\S)/u;

/** The bullet that a line begins with, and how many characters it takes with the space after it. */
export function bulletOf(
  text: string,
): { readonly marker: string; readonly length: number } | null {
  const found = bullet.exec(text);
  if (found === null) return null;
  const marker = /[\uf0b7\uf0a7∙·]/.test(found[1] ?? '') ? '•' : (found[1] ?? '•');
  return { marker, length: found[0].length };
}

/** The paragraphs of a region, by gaps, indents, short last lines, sizes and bullets. */
export function paragraphsOf({ lines }: Region, page: number): readonly Paragraph[] {
  const edges = edgesOf(lines);
  const made: {
    readonly lines: Line[];
    readonly marker: string | null;
    readonly spaced: boolean;
  }[] = [];
  lines.forEach((line, index) => {
    const current = made.at(-1);
    const previous = lines[index - 1];
    const spaced = previous === undefined || isSpaced(previous, line, edges.leading);
    const begins =
      current === undefined ||
      previous === undefined ||
      spaced ||
      begun(current.lines, previous, line, lines[index + 1], edges);
    if (!begins) current.lines.push(line);
    else made.push({ lines: [line], marker: bulletOf(line.text)?.marker ?? null, spaced });
  });
  return made.map((one) => ({ ...one, page, furniture: false }));
}

interface Edges {
  /** From baseline to baseline, in ems; 0 where nothing tells. */
  readonly leading: number;
  readonly right: number;
}

function edgesOf(lines: readonly Line[]): Edges {
  const steps = lines
    .flatMap((line, index) => {
      const previous = lines[index - 1];
      return previous !== undefined && alike(previous, line)
        ? [(line.base - previous.base) / line.size]
        : [];
    })
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  const right = rights[Math.min(rights.length - 1, Math.floor(rights.length * 0.85))] ?? 0;
  return { leading: steps[Math.floor(steps.length * 0.4)] ?? 0, right };
}

function alike(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) < 0.12 * Math.max(a.size, b.size);
}

function isSpaced(previous: Line, line: Line, leading: number): boolean {
  const step = line.base - previous.base;
  const size = Math.max(previous.size, line.size);
  const usual = (leading > 0 ? Math.min(leading, 2.6) : 1.35) * size;
  return step < 0 || step > Math.max(usual * 1.3, size * 1.1) || step > size * 3.4;
}

function begun(
  paragraph: readonly Line[],
  previous: Line,
  line: Line,
  next: Line | undefined,
  { right }: Edges,
): boolean {
  if (!alike(previous, line) || previous.tabular || line.tabular) return true;
  if (bulletOf(line.text) !== null && /^[^-–—*]/.test(line.text)) return true;
  if (goesOnCounting(paragraph[0], line)) return true;
  const { size } = line;
  if (isCentred(previous, line)) return false;
  const rightToLeft = line.fragments[0]?.rightToLeft === true;
  const shift = rightToLeft ? previous.right - line.right : line.left - previous.left;
  const single = paragraph.length === 1;
  if (shift > 0.6 * size) {
    // Further in: a hanging first line, or a new paragraph with an indent.
    const hangs =
      single &&
      (next === undefined || !alike(line, next) || next.left > previous.left + 0.6 * size);
    const listed =
      single &&
      (bulletOf(previous.text) !== null || /^[[(]?[\p{N}\p{L}]{1,4}[\]).]/u.test(previous.text));
    return !(listed || (hangs && !isFinished(previous.text) && reaches(previous, line, right)));
  }
  if (shift < -0.6 * size && !single) return true;
  if (rightToLeft || /[\p{L}\p{N}][-\u2010\u00ad]$/u.test(previous.text)) return false;
  return (
    !reaches(previous, line, right) && (isFinished(previous.text) || !/^\p{Ll}/u.test(line.text))
  );
}

/** Whether a line has the number, or the letter, after that of the paragraph, at the same edge. */
function goesOnCounting(first: Line | undefined, line: Line): boolean {
  if (first === undefined || Math.abs(first.left - line.left) > 1.2 * line.size) return false;
  const [before, after] = [countOf(first.text), countOf(line.text)];
  return before !== null && after === before + 1;
}

function countOf(text: string): number | null {
  const [, count = ''] = /^[([]?(\d{1,3}|[a-z])[.)\]]\s/.exec(text) ?? [];
  if (count === '') return null;
  return /\d/.test(count) ? Number(count) : count.charCodeAt(0) + 1000;
}

/** Lines set around one middle: a title or a verse, not the end of a paragraph. */
function isCentred(a: Line, b: Line): boolean {
  const middle = Math.abs(a.left + a.right - b.left - b.right) / 2;
  return middle < 0.3 * a.size && Math.abs(a.left - b.left) > a.size;
}

/** Whether a line was broken because the next word had no room in it. */
function reaches(previous: Line, line: Line, right: number): boolean {
  const word = isIdeograph(line.text[0]) ? 1 : (/^\S+/.exec(line.text)?.[0].length ?? 0);
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  return previous.right + (word + 1) * letter * 0.9 > right - 0.5 * previous.size;
}

export function isFinished(text: string): boolean {
  return /[.!?:;。！？…][)\]"'”’»\d]*$/u.test(text.trimEnd());
}
