import {
  duplicateMark,
  joinMarks,
  splitMark,
  type Describe,
} from '../../../core/edit/mark-pieces.ts';
import type { Patch, Stamp } from '../../../core/edit/patch.ts';
import { colourByTag } from '../../../core/edit/retag.ts';
import type { Annotation, AnnotationId } from '../../../core/model/annotation.ts';
import { piecesMessages } from '../../../core/messages/en/pieces.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { call } from '../../bridge.ts';
import { activeMark, currentTarget } from '../app-state.ts';
import { knownMarks } from '../found-marks.ts';
import { describePassage, describeWhole, textBetween } from '../passages.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** Marks cut in two, put together, made twice, and coloured by their tags. */
export function createPieceActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  const describe: Describe = (span) => {
    const { document } = store.getState();
    const selector = document === null ? null : describeWhole(document, span);
    if (selector === null) throw new Error(`no text at ${span.start} to ${span.end}`);
    return selector;
  };
  /** A long mark may reach into text that has not come yet. */
  const textIsHere = ({ span }: Annotation): boolean => {
    const { document } = store.getState();
    return document !== null && textBetween(document, span.start, span.end) !== null;
  };
  const targets = (): readonly Annotation[] => {
    const state = store.getState();
    const target = currentTarget({ ...state, selection: null });
    if (target === null || target.kind === 'span') return [];
    return knownMarks(state, target.kind === 'mark' ? [target.id] : target.ids);
  };
  /** Without chosen marks, the active one and the next. */
  const toJoin = (): readonly Annotation[] => {
    const state = store.getState();
    const active = activeMark(state);
    if (state.chosen.size > 0 || active === null) return targets();
    const ordered = state.marks.ordered();
    return [active, ordered.at(ordered.indexOf(active) + 1)].filter((mark) => mark !== undefined);
  };
  const touch = (marks: readonly Annotation[]): boolean => {
    const { document } = store.getState();
    if (document === null || marks.some((mark) => mark.document !== document.entry.id))
      return false;
    const inOrder = marks.toSorted((a, b) => a.span.start - b.span.start);
    let reached = inOrder[0]?.span.end ?? 0;
    for (const { span } of inOrder) {
      const gap = span.start > reached ? textBetween(document, reached, span.start) : '';
      if (gap === null || gap.trim() !== '') return false;
      reached = Math.max(reached, span.end);
    }
    return true;
  };

  return {
    /** Cuts the active mark, or the innermost one there, at each of some offsets inside it; one edit. */
    splitMark: (offsets: readonly number[]): void => {
      const state = store.getState();
      const active = activeMark(state);
      const inside = (mark: Annotation): number[] =>
        [...new Set(offsets)].filter((at) => mark.span.start < at && at < mark.span.end);
      const there = offsets
        .flatMap((at) => state.marks.at(at))
        .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
      const mark = [...(active === null ? [] : [active]), ...there].find(
        (each) => inside(each).length > 0,
      );
      if (mark === undefined || !textIsHere(mark)) {
        view.announce(piecesMessages.noPlaceToSplit);
        return;
      }
      // From the last cut to the first: what is before a cut stays the same mark.
      const cuts = inside(mark).sort((a, b) => b - a);
      let head: Annotation = mark;
      const patches: Patch[] = [];
      for (const at of cuts) {
        const patch = splitMark(head, at, describe, stamp);
        if (patch === null) return;
        patches.push(patch);
        head = { ...head, span: { ...head.span, end: at } };
      }
      const [first] = patches;
      if (first === undefined) return;
      const changes = patches.flatMap((patch) => patch.changes);
      editing.commit({ ...first, changes }, { active: mark.id, selection: null });
      view.announce(piecesMessages.split(cuts.length + 1));
    },

    /** Makes one mark of those that are chosen, or of the active one and the next, where they touch or overlap. */
    joinMarks: (): void => {
      const marks = toJoin();
      if (marks.length < 2 || !touch(marks) || !marks.every(textIsHere)) {
        view.announce(piecesMessages.notTogether);
        return;
      }
      const patch = joinMarks(marks, describe, stamp);
      if (patch === null) {
        view.announce(piecesMessages.notesTooLong);
        return;
      }
      const [kept] = patch.changes;
      editing.commit(patch, { active: kept?.id ?? null, chosen: new Set<AnnotationId>() });
      view.announce(piecesMessages.joined(marks.length));
    },

    /** The selected passage, or the active mark, with author, title, place, day and a link that opens it. */
    copyWithSource: async (): Promise<void> => {
      const { document, selection } = store.getState();
      const passage =
        selection === null || document === null ? null : describePassage(document, selection);
      const [mark] = passage === null ? targets() : [];
      const found = passage ?? mark;
      const id = mark?.document ?? document?.entry.id;
      if (found === undefined || id === undefined) {
        view.announce(stateMessages.nothingSelected);
        return;
      }
      const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
      const reply = await call('marks.quote', {
        document: id,
        mark: mark?.id ?? null,
        span: found.span,
        quote: found.selector.quote,
        read: day.format(new Date(mark?.created ?? stamp.now())),
      });
      if (!reply.ok) {
        view.fail(reply.error);
        return;
      }
      const copied = await call('clipboard.write', { text: reply.value.text });
      if (copied.ok) view.toast(stateMessages.sourceCopied);
      else view.fail(copied.error);
    },

    duplicateMarks: (): void => {
      const marks = targets();
      const patches = marks.map((mark) => duplicateMark(mark, stamp));
      const [first] = patches;
      if (first === undefined) {
        view.announce(piecesMessages.noMark);
        return;
      }
      const changes = patches.flatMap((patch) => patch.changes);
      const copy = marks.length === 1 ? { active: changes[0]?.id ?? null } : {};
      editing.commit({ ...first, changes }, copy);
      view.announce(piecesMessages.duplicated(marks.length));
    },

    /** Marks are shown in the colour of their first tag from now on; a colour chosen by hand ends that. */
    colourByTag: (): void => {
      const marks = targets();
      if (marks.length === 0) {
        view.announce(piecesMessages.noMark);
        return;
      }
      const patch = colourByTag(marks, stamp);
      if (patch !== null) editing.commit(patch);
      view.announce(piecesMessages.byTag(marks.length));
    },
  };
}
