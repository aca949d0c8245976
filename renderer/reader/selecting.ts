import type { Span } from '../../core/model/span.ts';
import { snapToGraphemes } from '../../core/text/graphemes.ts';
import type { Actions } from '../state/actions.ts';
import type { Find } from '../state/app-state.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { passageText } from '../state/passages.ts';
import type { AppStore } from '../state/store.ts';
import { leafAt } from './caret-place.ts';
import { wordAround } from './caret-steps.ts';
import { leafOf, leafSpan, pointIn } from './points.ts';
import type { TextView } from './text-view.ts';

/** Keeps the browser's selection and the state's the same thing. */
export class Selecting {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #actions: Actions;
  /** The passage that was selected here and not by the reader's own hand. */
  #made: Span | null = null;

  constructor(view: TextView, store: AppStore, actions: Actions) {
    this.#view = view;
    this.#store = store;
    this.#actions = actions;
  }

  start(): () => void {
    const { page } = this.#view;
    const onChange = (): void => {
      this.#take();
    };
    let pressed = false;
    const onDown = (event: PointerEvent): void => {
      pressed = event.button === 0 && event.target instanceof Node && page.contains(event.target);
    };
    const onUp = (): void => {
      if (pressed && this.#store.getState().settings.snapToWord) this.#snap();
      pressed = false;
    };
    // Before whoever marks what was selected when the pointer is up.
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointerup', onUp, true);
    document.addEventListener('selectionchange', onChange);
    const stop = this.#store.subscribe((state, before) => {
      if (state.selection === null && before.selection !== null) this.#clear();
      if (state.find === null && state.document === before.document) this.#takeHit(before.find);
    });
    return () => {
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('pointerup', onUp, true);
      document.removeEventListener('selectionchange', onChange);
      stop();
    };
  }

  /** Selects a span as if the reader had done it with the pointer, from its end to its start where `backward`. */
  select(span: Span, backward = false): void {
    const range = this.#view.range(span);
    const selection = document.getSelection();
    const { document: open } = this.#store.getState();
    if (range === null || selection === null || open === null) return;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    this.#made = span;
    if (backward) selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
    else selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    this.#keepFocus();
    this.#actions.select(tidySpan(open, span) ?? span);
  }

  /** Nothing is selected, and what the reader does next with the pointer begins here. */
  collapse(offset: number): void {
    const leaf = leafAt(this.#view, offset);
    const selection = document.getSelection();
    if (leaf === null || selection === null || !this.#hasFocus()) return;
    const { start, end } = leafSpan(leaf);
    const { node, offset: at } = pointIn(leaf, Math.min(Math.max(offset, start), end), 'start');
    selection.collapse(node, at);
    this.#keepFocus();
  }

  /** Whether the end that the reader moves is the earlier one. */
  get backward(): boolean {
    const { anchorNode, anchorOffset, focusNode, focusOffset } =
      document.getSelection() ?? noPoints;
    if (anchorNode === null || focusNode === null) return false;
    if (anchorNode === focusNode) return focusOffset < anchorOffset;
    const place = anchorNode.compareDocumentPosition(focusNode);
    return (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  }

  /** Where the reader last clicked in the text, while that is on screen. */
  caret(): number | null {
    const selection = document.getSelection();
    const node = selection?.focusNode ?? null;
    if (selection === null || node === null || leafOf(node) === null) return null;
    if (!this.#view.page.contains(node)) return null;
    const offset = this.#view.offsetOf({ node, offset: selection.focusOffset }, 'start');
    const rect = offset === null ? null : this.#view.characterRect(offset);
    const box = this.#view.scroller.getBoundingClientRect();
    return rect !== null && rect.top >= box.top && rect.bottom <= box.bottom ? offset : null;
  }

  #take(): void {
    const { selection: known, overlay, panel, document: open } = this.#store.getState();
    // A card over the text has the focus: the passage stays selected for it.
    if (overlay !== null || panel === 'palette' || open === null) return;
    const span = this.#spanOfSelection(open);
    if (span?.start === known?.start && span?.end === known?.end) return;
    this.#made = null;
    this.#actions.select(span);
  }

  /** What the pointer selected takes in the words that it begins and ends in. */
  #snap(): void {
    const { document: open } = this.#store.getState();
    const span = open === null ? null : this.#spanOfSelection(open);
    if (open === null || span === null) return;
    const { backward } = this;
    const whole = (offset: number): Span =>
      wordAround(open, offset) ?? { start: offset, end: offset };
    this.select({ start: whole(span.start).start, end: whole(span.end).end }, backward);
  }

  #spanOfSelection(open: OpenDocument): Span | null {
    const selection = document.getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.#view.page)) return null;
    const start = this.#view.offsetOf(
      { node: range.startContainer, offset: range.startOffset },
      'start',
    );
    const end = this.#view.offsetOf({ node: range.endContainer, offset: range.endOffset }, 'end');
    if (start === null || end === null || start >= end) return null;
    const made = this.#made;
    if (made !== null && made.start === start && made.end === end) {
      return this.#store.getState().selection;
    }
    return tidySpan(open, { start, end });
  }

  /** The search is over: the hit that was gone to is what the reader works on, while it is on screen. */
  #takeHit(find: Find | null): void {
    const start = find?.hits?.starts[find.current];
    const end = find?.hits?.ends[find.current];
    if (start === undefined || end === undefined || this.#store.getState().selection !== null)
      return;
    const edges = this.#view.edges({ start, end });
    const box = this.#view.scroller.getBoundingClientRect();
    if (edges === null || edges.last.bottom <= box.top || edges.first.top >= box.bottom) return;
    this.select({ start, end });
  }

  #clear(): void {
    const selection = document.getSelection();
    const { page, scroller } = this.#view;
    this.#made = null;
    if (selection === null || selection.isCollapsed) return;
    if (!selection.getRangeAt(0).intersectsNode(page)) return;
    selection.removeAllRanges();
    if (this.#hasFocus()) scroller.focus({ preventScroll: true });
  }

  #hasFocus(): boolean {
    const focused = document.activeElement;
    return focused === document.body || this.#view.scroller.contains(focused);
  }

  /** A selection that a script makes gives the focus to a box of code or a link around it. */
  #keepFocus(): void {
    const { scroller, page } = this.#view;
    if (page.contains(document.activeElement)) scroller.focus({ preventScroll: true });
  }
}

const noPoints = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 };

/** Whole graphemes, and no white space at the ends; null where nothing else is selected. */
function tidySpan(open: OpenDocument, span: Span): Span | null {
  const source = passageText(open, span);
  if (source === null) return span;
  const { text, from } = source;
  const whole = snapToGraphemes(text, { start: span.start - from, end: span.end - from });
  const passage = text.slice(whole.start, whole.end);
  const start = whole.start + passage.length - passage.trimStart().length;
  const end = whole.end - (passage.length - passage.trimEnd().length);
  return start < end ? { start: start + from, end: end + from } : null;
}
