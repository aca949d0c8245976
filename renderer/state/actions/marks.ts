import {
  addMark,
  recolourMarks,
  removeMarks,
  respanMark,
  setTags,
  writeNote,
} from '../../../core/edit/marks.ts';
import type { Patch, Stamp } from '../../../core/edit/patch.ts';
import { newTag, tagAddition } from '../../../core/edit/tags.ts';
import { nextColour, type MarkColour } from '../../../core/model/colours.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { sameSpan, type Span } from '../../../core/model/span.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { fold } from '../../../core/text/fold.ts';
import { activeMark, type AppState, type Target } from '../app-state.ts';
import { knownMark } from '../found-marks.ts';
import { describePassage } from '../passages.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** A tag of the codebook, or the name of one to make. */
export type TagChoice = { readonly id: TagId } | { readonly create: string };

export function createMarkActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  /** A new mark on a span; null where its text is not here yet or empty. */
  const draftMark = (span: Span, colour: MarkColour): Annotation | null => {
    const { document, settings } = store.getState();
    if (document === null) return null;
    const passage = describePassage(document, span);
    if (passage === null) return null;
    const now = stamp.now();
    return {
      id: stamp.id(),
      document: document.entry.id,
      ...passage,
      colour,
      tags: [],
      note: '',
      author: settings.author,
      created: now,
      modified: now,
    };
  };

  const known = (id: Annotation['id']): Annotation | undefined => knownMark(store.getState(), id);

  const markOf = (target: Target, colour: MarkColour): Annotation | null =>
    target.kind === 'mark' ? (known(target.id) ?? null) : draftMark(target.span, colour);

  const remember = (tags: readonly TagId[]): void =>
    store.setState(({ recentTags }) => ({
      recentTags: [...new Set([...tags, ...recentTags])].slice(0, 50),
    }));

  const isNew = (mark: Annotation): boolean => known(mark.id) === undefined;

  /** A mark that was made or changed is the active one, and its passage no longer selected. */
  const made = (mark: Annotation): Partial<AppState> =>
    mark.document === store.getState().document?.entry.id
      ? { active: mark.id, selection: null }
      : {};

  return {
    /** Marks the selection with a colour; on the active mark, changes its colour. */
    highlight: (target: Target, colour: MarkColour): void => {
      if (target.kind === 'mark') {
        const mark = known(target.id);
        if (mark !== undefined && mark.colour !== colour) {
          editing.commit(recolourMarks([mark], colour, stamp));
        }
      } else {
        const mark = draftMark(target.span, colour);
        if (mark === null) return;
        editing.commit(addMark(mark, stamp), made(mark));
        view.announce(stateMessages.highlighted(mark.selector.quote));
      }
      if (store.getState().settings.lastColour !== colour) {
        void view.changeSettings({ lastColour: colour });
      }
    },

    /** Gives a mark these tags, in this order; makes the mark and the tags that are not there yet, as one edit. */
    tag: (target: Target, choices: readonly TagChoice[]): void => {
      const state = store.getState();
      const additions: Tag[] = [];
      const ids = choices.map((choice) => {
        if ('id' in choice) return choice.id;
        const name = fold(choice.create.trim());
        const known = [...state.tags.values(), ...additions].find((tag) => fold(tag.name) === name);
        if (known !== undefined) return known.id;
        const tag = newTag(
          choice.create,
          nextColour(state.tags.size + additions.length),
          null,
          stamp,
        );
        additions.push(tag);
        return tag.id;
      });
      const tags = [...new Set(ids)];
      const first = tags[0];
      const colour =
        [...additions, ...state.tags.values()].find((tag) => tag.id === first)?.colour ??
        state.settings.lastColour;
      const mark = markOf(target, colour);
      if (mark === null) return;
      if (isNew(mark) && tags.length === 0) return;
      const patch = isNew(mark) ? addMark({ ...mark, tags }, stamp) : setTags(mark, tags, stamp);
      if (!isNew(mark) && sameTags(mark.tags, tags)) return;
      editing.commit(withTags(patch, additions), made(mark));
      remember(tags);
      const names = tags.map((id) => store.getState().tags.get(id)?.name ?? '');
      view.announce(stateMessages.tagged(names));
    },

    /** Writes the note of a mark, making the mark if need be; an empty note on a new mark makes nothing. */
    note: (target: Target, note: string): void => {
      const mark = markOf(target, store.getState().settings.lastColour);
      if (mark === null || mark.note === note) return;
      editing.commit(
        isNew(mark) ? addMark({ ...mark, note }, stamp) : writeNote(mark, note, stamp),
        made(mark),
      );
      view.announce(stateMessages.noted);
    },

    /** Gives a mark of this text another passage, as one edit; `moved` is the end that is told. */
    respan: (id: Annotation['id'], span: Span, moved: 'start' | 'end'): void => {
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

    removeMark: (id: Annotation['id']): void => {
      const mark = known(id);
      if (mark === undefined) return;
      editing.commit(removeMarks([mark], stamp));
      view.toast(stateMessages.markRemoved, { undo: true });
      view.announce(stateMessages.markRemoved);
    },

    /** Makes the mark active and shows it in the text. */
    goToMark: (id: Annotation['id']): void => {
      const mark = store.getState().marks.get(id);
      if (mark === undefined) return;
      store.setState({ active: id, jump: { span: mark.span, flash: true } });
    },

    /** From the active mark, or from where the reader stands, to the next or the previous one. */
    stepMark: (by: 1 | -1): void => {
      const state = store.getState();
      const active = activeMark(state);
      const marks = state.marks.ordered();
      const here = marks.startingBefore(state.reading.offset);
      const next =
        active !== null
          ? marks.at(marks.indexOf(active) + by)
          : marks.at(by === 1 ? here : here - 1);
      if (next === undefined) view.announce(stateMessages.noMoreMarks);
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

function withTags(patch: Patch, additions: readonly Tag[]): Patch {
  return { ...patch, changes: [...additions.map(tagAddition), ...patch.changes] };
}

function sameTags(a: readonly TagId[], b: readonly TagId[]): boolean {
  return a.length === b.length && a.every((tag, index) => tag === b[index]);
}
