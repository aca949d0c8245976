import type { Span } from '../../../core/model/span.ts';
import { offsetAt } from './painted.ts';

// What the pages of the peers and of the floors share: the marks that the harness wrote beside them, and the keys.

export interface GivenMark extends Span {
  readonly id: string;
  readonly colour: string;
  readonly quote: string;
}

declare global {
  var givenMarks: readonly GivenMark[] | undefined;
}

export function givenMarks(): readonly GivenMark[] {
  return globalThis.givenMarks ?? [];
}

export function textElement(): HTMLElement {
  const text = document.querySelector<HTMLElement>('.text');
  if (text === null) throw new Error('no text');
  return text;
}

/** `h` marks the selection; Ctrl and + makes the text larger. */
export function listenToKeys(add: (mark: GivenMark, range: Range) => void): void {
  let made = 0;
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey && (event.key === '=' || event.key === '+')) {
      event.preventDefault();
      grow();
    }
    if (event.ctrlKey || event.key !== 'h') return;
    const range = document.getSelection()?.getRangeAt(0);
    if (range === undefined) return;
    const start = offsetAt(range.startContainer, range.startOffset);
    const end = offsetAt(range.endContainer, range.endOffset);
    if (start === null || end === null) return;
    document.getSelection()?.removeAllRanges();
    add({ id: `made-${++made}`, colour: 'yellow', quote: range.toString(), start, end }, range);
  });
}

function grow(): void {
  const text = textElement();
  text.style.fontSize = `${parseFloat(getComputedStyle(text).fontSize) + 1}px`;
}
