import { addMark, recolourMarks, removeMarks, respanMark } from '../../../core/edit/marks.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { shownColour } from '../../../core/edit/retag.ts';
import type { MarkColour } from '../../../core/model/colours.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import type { Annotation, AnnotationId } from '../../../core/model/annotation.ts';
import { sameSpan, type Span } from '../../../core/model/span.ts';
import { piecesMessages } from '../../../core/messages/en/pieces.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { taggingMessages } from '../../../core/messages/en/tagging.ts';
import { colourNames } from '../../../core/messages/en/tags.ts';
import { activeMark, type Target } from '../app-state.ts';
import { draftMark, madeActive } from '../draft-mark.ts';
import { knownMarks } from '../found-marks.ts';
import { describePassage } from '../passages.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

export function createMarkActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  const recolour = (ids: readonly AnnotationId[], colour: MarkColour): void => {
    const marks = knownMarks(store.getState(), ids).filter(
      (mark) => mark.colour !== colour || mark.colourBy === 'tag',
    );
    if (marks.length > 0) editing.commit(recolourMarks(marks, colour, stamp));
    if (ids.length > 1) {
      view.announce(taggingMessages.recoloured(ids.length, colourNames[colour]));
    }
  };
  const remove = (marks: readonly Annotation[], said: string): void => {
    if (marks.length === 0) return;
    editing.commit(removeMarks(marks, stamp));
    view.toast(said, { undo: true });
    view.announce(said);
  };

  return {
    /** Marks the selection with a colour; on the active mark, changes its colour. */
    highlight: (target: Target, colour: MarkColour): void => {
      if (target.kind !== 'span') {
        recolour(target.kind === 'mark' ? [target.id] : target.ids, colour);
      } else {
        const mark = draftMark(store.getState(), target.span, colour, stamp);
        if (mark === null) return;
        editing.commit(addMark(mark, stamp), madeActive(store.getState(), mark));
        view.announce(stateMessages.highlighted(mark.selector.quote));
      }
      if (store.getState().settings.lastColour !== colour) {
        void view.changeSettings({ lastColour: colour });
      }
    },

    /** Gives a mark of this text another passage, as one edit; `moved` is the end that is told. */
    respan: (id: AnnotationId, span: Span, moved: 'start' | 'end'): void => {
      const { marks, document } = store.getState();
      const mark = marks.get(id);
      const passage = document === null ? null : describePassage(document, span);
      if (mark === undefined || passage === null || sameSpan(mark.span, passage.span)) return;
      editing.commit(respanMark(mark, passage, stamp));
      const { quote } = passage.selector;
      view.announce(
        moved === 'start' ? stateMessages.startsNow(quote) : stateMessages.endsNow(quote),
      );
    },

    removeMark: (id: AnnotationId): void =>
      remove(knownMarks(store.getState(), [id]), stateMessages.markRemoved),
    removeMarks: (ids: readonly AnnotationId[]): void => {
      const marks = knownMarks(store.getState(), ids);
      remove(marks, taggingMessages.removed(marks.length));
    },

    /** Makes the mark active and shows it in the text. */
    goToMark: (id: AnnotationId): void => {
      const mark = store.getState().marks.get(id);
      if (mark === undefined) return;
      store.setState({ active: id, jump: { span: mark.span, flash: true } });
    },

    /** From the active mark, or from where the reader stands, to the next or the previous one, of a kind or of any. */
    stepMark: (by: 1 | -1, of: 'any' | 'tag' | 'colour' = 'any'): void => {
      const state = store.getState();
      const active = activeMark(state);
      const marks = state.marks.ordered();
      if (active === null && of !== 'any') {
        view.announce(stateMessages.noActiveMark);
        return;
      }
      if (active?.tags.length === 0 && of === 'tag') {
        view.announce(piecesMessages.untagged);
        return;
      }
      const here = marks.startingBefore(state.reading.offset);
      let at = active !== null ? marks.indexOf(active) + by : by === 1 ? here : here - 1;
      const fits = active === null ? () => true : likeness(active, of, state.tags);
      let next = marks.at(at);
      while (next !== undefined && !fits(next)) next = marks.at((at += by));
      if (next === undefined) view.announce(noMore[of]);
      else store.setState({ active: next.id, jump: { span: next.span, flash: true } });
    },

    /** Of the marks that lie over each other at the active one, the next. */
    cycleMarks: (): void => {
      const state = store.getState();
      const active = activeMark(state);
      if (active === null) return;
      const rivals = state.marks.overlapping(active.span);
      const next = rivals[(rivals.indexOf(active) + 1) % rivals.length];
      if (next !== undefined) store.setState({ active: next.id });
    },
  };
}

const noMore = {
  any: stateMessages.noMoreMarks,
  tag: piecesMessages.noneWithTag,
  colour: piecesMessages.noneWithColour,
} as const;

function likeness(
  mark: Annotation,
  of: keyof typeof noMore,
  tags: ReadonlyMap<TagId, Tag>,
): (other: Annotation) => boolean {
  if (of === 'any') return () => true;
  const colour = shownColour(mark, tags);
  if (of === 'colour') return (other) => shownColour(other, tags) === colour;
  const wanted = new Set(mark.tags);
  return (other) => other.tags.some((tag) => wanted.has(tag));
}
