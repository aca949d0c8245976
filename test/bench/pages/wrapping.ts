import { givenMarks, listenToKeys, textElement, type GivenMark } from './peer-page.ts';

// Marks as elements around the text, as Hypothesis draws them. What is to be wrapped is worked out first, in text nodes
// and offsets: live ranges would all have to be adjusted at every split, and make it unfairly slow.

interface Piece {
  readonly colour: string;
  readonly start: number;
  readonly end: number;
}

let count = 0;

function wrapAll(marks: readonly GivenMark[]): void {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const walker = document.createTreeWalker(textElement(), NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push(node);
    starts.push(length);
    length += node.length;
  }
  const pieces = new Map<number, Piece[]>();
  for (const { start, end, colour } of marks) {
    for (let index = indexAt(starts, start); (starts[index] ?? Infinity) < end; index++) {
      const from = starts[index] ?? 0;
      const size = nodes[index]?.length ?? 0;
      const piece = { colour, start: Math.max(0, start - from), end: Math.min(size, end - from) };
      if (piece.start >= piece.end || /^\s*$/.test(nodes[index]?.data ?? '')) continue;
      pieces.set(index, [...(pieces.get(index) ?? []), piece]);
    }
  }
  for (const [index, own] of pieces) {
    const node = nodes[index];
    if (node !== undefined) wrap(node, own);
  }
  count += marks.length;
}

/** Cuts a text node at every edge and puts one element for every mark around each part. */
function wrap(node: Text, pieces: readonly Piece[]): void {
  const edges = [...new Set([0, node.length, ...pieces.flatMap(({ start, end }) => [start, end])])];
  edges.sort((a, b) => a - b);
  const parts = document.createDocumentFragment();
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const end = edges[index + 1] ?? node.length;
    let part: Node = document.createTextNode(node.data.slice(start, end));
    for (const piece of pieces) {
      if (piece.start > start || piece.end < end) continue;
      const element = document.createElement('mark');
      element.className = piece.colour;
      element.append(part);
      part = element;
    }
    parts.append(part);
  }
  node.replaceWith(parts);
}

function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

wrapAll(givenMarks());
globalThis.peer = { drawn: () => count };
listenToKeys((_, range) => {
  const nodes: [Text, Piece][] = [];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const only = range.commonAncestorContainer;
  const first = only instanceof Text ? only : walker.nextNode();
  for (let node = first; node !== null; node = only instanceof Text ? null : walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (start < end) nodes.push([node, { colour: 'yellow', start, end }]);
  }
  for (const [node, piece] of nodes) wrap(node, [piece]);
  count += 1;
});
