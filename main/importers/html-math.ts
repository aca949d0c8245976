import { childrenOf, isElement, isText, type DomNode, type ReadElement } from './dom-types.ts';
import type { TextRun } from './text-run.ts';

const unread = new Set(['annotation', 'annotation-xml', 'mphantom']);
/** What converters write where they have none. */
const noAlternative = /^alternative text not available$/i;

/** The first part and what is written smaller after it. */
const scripts: Readonly<Partial<Record<string, readonly ('sub' | 'sup')[]>>> = {
  msub: ['sub'],
  msup: ['sup'],
  msubsup: ['sub', 'sup'],
  munder: ['sub'],
  mover: ['sup'],
  munderover: ['sub', 'sup'],
};

/** A formula as a line of text, in the order in which it is read: what it shows, not how it is set. */
export function writeMath(math: ReadElement, run: TextRun): void {
  if ((math.textContent ?? '').trim() !== '') writeParts(math, run);
  else run.write((math.getAttribute('alttext') ?? '').replace(noAlternative, ''));
}

function writeParts(parent: ReadElement, run: TextRun): void {
  for (const child of childrenOf(parent)) writePart(child, run);
}

function writePart(node: DomNode, run: TextRun): void {
  if (isText(node)) run.write(node.textContent ?? '');
  if (!isElement(node) || unread.has(node.localName)) return;
  const smaller = scripts[node.localName];
  if (smaller !== undefined) {
    writeScripts(node, smaller, run);
    return;
  }
  switch (node.localName) {
    case 'mfrac':
      writeBetween(node, ['/'], run);
      break;
    case 'mfenced': {
      run.write(node.getAttribute('open') ?? '(');
      writeBetween(node, Array.from(node.getAttribute('separators') ?? ','), run);
      run.write(node.getAttribute('close') ?? ')');
      break;
    }
    case 'msqrt':
      run.write('√');
      writeParts(node, run);
      break;
    case 'mtable':
      partsOf(node).forEach((row, index) => {
        if (index > 0) run.breakLine();
        writePart(row, run);
      });
      break;
    case 'mtd':
    case 'mspace':
      run.separate();
      writeParts(node, run);
      run.separate();
      break;
    default:
      writeParts(node, run);
  }
}

function writeScripts(node: ReadElement, styles: readonly ('sub' | 'sup')[], run: TextRun): void {
  partsOf(node).forEach((part, index) => {
    const style = index === 0 ? undefined : styles[index - 1];
    if (style !== undefined) run.start({ style });
    writePart(part, run);
    if (style !== undefined) run.end();
  });
}

function writeBetween(node: ReadElement, marks: readonly string[], run: TextRun): void {
  partsOf(node).forEach((part, index) => {
    if (index > 0) run.write(marks[Math.min(index, marks.length) - 1] ?? '');
    writePart(part, run);
  });
}

function partsOf(node: ReadElement): readonly ReadElement[] {
  return [...childrenOf(node)].filter(isElement);
}
