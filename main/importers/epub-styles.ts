import type { ReadElement } from './dom-types.ts';

/** What of a style sheet says whether elements are shown, in its order. */
export interface ShowRule {
  /** Null where any element will do. */
  readonly name: string | null;
  readonly classes: readonly string[];
  /** How much more it counts than others. */
  readonly weight: number;
  readonly shown: boolean;
}

/** Characters of a style sheet and of one selector, and rules, that are read. */
const longestSheet = 1_000_000;
const longestSelector = 2_000;
const mostRules = 2_000;
/** What a rule counts that asks for more than a name and classes: it may show an element, but never hides one. */
const heavy = 1_000;

const display = /(?:^|;)\s*display\s*:\s*([a-z-]{1,30})/gi;
const simple = /^([a-z][a-z0-9]*|\*)?((?:\.-?[_a-z][\w-]*){0,8})$/i;
/** The last part of a longer selector: the element that it is about. */
const subject = /([^\s>+~]{1,200})$/;

/** The rules of a style sheet that show or hide elements. What stands under a condition, such as a kind of screen, is left out. */
export function showRules(sheet: string): readonly ShowRule[] {
  const rules: ShowRule[] = [];
  const plain = sheet.slice(0, longestSheet).replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  const text = withoutConditions(plain);
  let at = 0;
  while (rules.length < mostRules) {
    const begin = text.indexOf('{', at);
    const end = begin < 0 ? -1 : text.indexOf('}', begin);
    if (end < 0) break;
    const selectors = text.slice(Math.max(at, begin - longestSelector), begin);
    at = end + 1;
    const value = [...text.slice(begin + 1, end).matchAll(display)].at(-1)?.[1]?.toLowerCase();
    if (value === undefined) continue;
    for (const selector of selectors.split(',')) {
      const made = ruleOf(selector.trim(), value !== 'none');
      if (made !== null) rules.push(made);
    }
  }
  return rules;
}

function ruleOf(selector: string, shown: boolean): ShowRule | null {
  const whole = simple.exec(selector);
  if (whole !== null) return selector === '' ? null : made(whole, 0, shown);
  if (!shown) return null;
  const last = subject.exec(selector)?.[1]?.replace(/[:[#].*$/, '') ?? '';
  const part = simple.exec(last);
  return part === null ? null : made(part, heavy, shown);
}

function made([, name, classes = '']: RegExpExecArray, weight: number, shown: boolean): ShowRule {
  const named = name === undefined || name === '*' ? null : name.toLowerCase();
  const list = classes.split('.').filter((one) => one !== '');
  return {
    name: named,
    classes: list,
    weight: weight + list.length * 10 + (named === null ? 0 : 1),
    shown,
  };
}

/** A sheet without its blocks that begin with `@`. */
function withoutConditions(sheet: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = sheet.indexOf('@'); at >= 0; at = sheet.indexOf('@', done)) {
    parts.push(sheet.slice(done, at));
    done = endOfBlock(sheet, at);
  }
  return parts.join('') + sheet.slice(done);
}

function endOfBlock(sheet: string, from: number): number {
  let depth = 0;
  for (let at = from; at < sheet.length; at += 1) {
    const unit = sheet[at];
    if (unit === '{') depth += 1;
    else if (unit === '}' && depth <= 1) return at + 1;
    else if (unit === '}') depth -= 1;
    else if (unit === ';' && depth === 0) return at + 1;
  }
  return sheet.length;
}

/** Whether a page's style sheets hide an element: the rule that counts most decides, the last of equals. */
export function hiding(rules: readonly ShowRule[]): (element: ReadElement) => boolean {
  if (rules.every(({ shown }) => shown)) return () => false;
  const known = new Map<string, boolean>();
  return (element) => {
    const classes = element.getAttribute('class') ?? '';
    const key = `${element.localName} ${classes}`;
    const found = known.get(key) ?? isHidden(rules, element.localName, classes.split(/\s+/));
    known.set(key, found);
    return found;
  };
}

function isHidden(rules: readonly ShowRule[], name: string, classes: readonly string[]): boolean {
  let best: ShowRule | null = null;
  for (const one of rules) {
    const fits =
      (one.name === null || one.name === name) &&
      one.classes.every((wanted) => classes.includes(wanted));
    if (fits && (best === null || one.weight >= best.weight)) best = one;
  }
  return best?.shown === false;
}
