import { childrenOf, isElement, isText, type DomNode, type ReadElement } from './dom-types.ts';
import type { TextRun } from './text-run.ts';

const readings = new Set(['rt', 'rtc']);

/**
 * Words with their reading: all of the words first, so that they are found as they are written, then the reading in
 * parentheses, small.
 */
export function writeRuby(ruby: ReadElement, run: TextRun, visit: (node: DomNode) => void): void {
  const read: ReadElement[] = [];
  for (const child of childrenOf(ruby)) {
    if (isElement(child) && readings.has(child.localName)) read.push(child);
    else if (!isText(child) || (child.textContent ?? '').trim() !== '') visit(child);
  }
  if (read.every((reading) => (reading.textContent ?? '').trim() === '')) return;
  run.start({ style: 'sup' });
  run.write('(');
  for (const reading of read) for (const child of childrenOf(reading)) visit(child);
  run.write(')');
  run.end();
}
