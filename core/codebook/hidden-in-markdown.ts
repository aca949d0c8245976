/** An address in brackets after a link's words is no longer than this, in UTF-16 units. */
const longestAddress = 2000;

/** 1 for each UTF-16 unit of a Markdown text that stands in code, in a link or in an address. Costs by the length. */
export function hiddenInMarkdown(text: string): Uint8Array {
  const hidden = new Uint8Array(text.length);
  hideCodeBlocks(text, hidden);
  const runs = tickRuns(text, hidden);
  /** Places of the brackets that are open. */
  const open: number[] = [];
  for (let at = 0; at < text.length;) {
    const end = hidden[at] === 1 ? at + 1 : inlineEnd(text, at, runs, hidden);
    if (end > at) {
      at = end;
      continue;
    }
    if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const start = open.pop();
      const close = start === undefined ? null : linkEnd(text, at + 1);
      if (start !== undefined && close !== null) {
        hidden.fill(1, start, close);
        at = close;
        continue;
      }
    }
    at += 1;
  }
  return hidden;
}

function hideCodeBlocks(text: string, hidden: Uint8Array): void {
  let fence: string | null = null;
  let afterEmpty = true;
  let indented = false;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found + 1;
    const line = text.slice(start, end);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      hidden.fill(1, start, end);
      const closes = mark !== null && mark.startsWith(fence) && /^ *[`~]+\s*$/.test(line);
      if (closes) fence = null;
    } else if (mark !== null) {
      hidden.fill(1, start, end);
      fence = mark;
    } else if ((afterEmpty || indented) && /^(?: {4}|\t)/.test(line) && line.trim() !== '') {
      hidden.fill(1, start, end);
      indented = true;
    } else {
      indented = indented && line.trim() === '';
    }
    afterEmpty = line.trim() === '';
    start = end;
  }
}

/** Where runs of backticks start, by their length. */
function tickRuns(text: string, hidden: Uint8Array): ReadonlyMap<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    if (hidden[index] === 1) continue;
    const places = runs.get(run.length);
    if (places === undefined) runs.set(run.length, [index]);
    else places.push(index);
  }
  return runs;
}

/** Hides what begins at a place: code in a line, an address, HTML. Where it ends; the place itself for nothing. */
function inlineEnd(
  text: string,
  at: number,
  runs: ReadonlyMap<number, number[]>,
  hidden: Uint8Array,
): number {
  switch (text[at]) {
    case '\\':
      return at + 2;
    case '`': {
      let length = 1;
      while (text[at + length] === '`') length += 1;
      // Each place is passed once: those before this one are never asked for again.
      const places = runs.get(length) ?? [];
      while (places[0] !== undefined && places[0] <= at) places.shift();
      const close = places[0];
      if (close === undefined) return at + length;
      hidden.fill(1, at, close + length);
      return close + length;
    }
    case '<': {
      let end = at + 1;
      while (end < text.length && !'<>\n'.includes(text.charAt(end))) end += 1;
      if (text[end] !== '>') return at + 1;
      hidden.fill(1, at, end + 1);
      return end + 1;
    }
    case ':': {
      if (!text.startsWith('//', at + 1)) return at;
      let end = at + 3;
      while (end < text.length && !/\s/.test(text.charAt(end))) end += 1;
      hidden.fill(1, at, end);
      return end;
    }
    default:
      return at;
  }
}

/** Where a link ends whose words end at a place; null where what follows makes it none. */
function linkEnd(text: string, at: number): number | null {
  const close = { '(': ')', '[': ']' }[text.charAt(at)];
  if (close === undefined) return null;
  const open = text.charAt(at);
  let depth = 0;
  for (let end = at; end < Math.min(text.length, at + longestAddress); end++) {
    const sign = text.charAt(end);
    if (sign === '\\') end += 1;
    else if (sign === open) depth += 1;
    else if (sign === close) depth -= 1;
    if (depth === 0) return end + 1;
  }
  return null;
}
