import { noteTags } from '../../../core/codebook/note-tags.ts';
import { assignTagKeys, pinTag } from '../../../core/codebook/tag-keys.ts';
import { addMark, setTags, writeNote } from '../../../core/edit/marks.ts';
import type { Patch, Stamp } from '../../../core/edit/patch.ts';
import { retagMarks } from '../../../core/edit/retag.ts';
import { tagAddition } from '../../../core/edit/tags.ts';
import { fold } from '../../../core/text/fold.ts';
import type { Annotation, AnnotationId } from '../../../core/model/annotation.ts';
import { sameSpan, type Span } from '../../../core/model/span.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { taggingMessages } from '../../../core/messages/en/tagging.ts';
import { currentTarget, type OneTarget, type Target } from '../app-state.ts';
import { draftMark, madeActive } from '../draft-mark.ts';
import { knownMark, knownMarks } from '../found-marks.ts';
import { describePassage } from '../passages.ts';
import { planChoices, type PlannedTags, type TagChoice } from '../plan-choices.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** What the tag box changes on several marks; tags that neither list names stay as they are. */
export interface TagChanges {
  readonly add: readonly TagChoice[];
  readonly remove: readonly TagId[];
}

const mostRecent = 50;

export function createTaggingActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  const remember = (tags: readonly TagId[]): void =>
    store.setState(({ recentTags }) => ({
      recentTags: [...new Set([...tags, ...recentTags])].slice(0, mostRecent),
    }));
  store.subscribe((state, before) => {
    if (state.tags === before.tags && state.recentTags === before.recentTags) return;
    const tagKeys = assignTagKeys(state.tagKeys, state.tags, state.recentTags);
    const armed = state.armed !== null && state.tags.has(state.armed) ? state.armed : null;
    if (tagKeys !== state.tagKeys || armed !== state.armed) store.setState({ tagKeys, armed });
  });

  const plan = (choices: readonly TagChoice[]) => planChoices(store.getState(), choices, stamp);

  /** A new mark with these tags, in the colour of the first, which it follows. */
  const markWith = (span: Span, { ids, additions, colourOf }: PlannedTags) => {
    const state = store.getState();
    const colour = colourOf(ids[0]) ?? state.settings.lastColour;
    const mark = draftMark(state, span, colour, stamp);
    if (mark === null) return false;
    const patch = addMark({ ...mark, tags: ids, colourBy: 'tag' }, stamp);
    editing.commit(withTags(patch, additions), madeActive(state, mark));
    return true;
  };

  /** The mark on exactly this passage that bears the tag, or else any on it: a key given again takes the tag off. */
  const markOn = (span: Span, tag: TagId): Annotation | undefined => {
    const { document, marks } = store.getState();
    const passage = document === null ? null : describePassage(document, span);
    if (passage === null) return undefined;
    const same = marks
      .overlapping(passage.span)
      .filter((mark) => sameSpan(mark.span, passage.span));
    return same.find(({ tags }) => tags.includes(tag)) ?? same[0];
  };

  const toggle = (marks: readonly Annotation[], tag: Tag, active: boolean): void => {
    const takes = marks.every(({ tags }) => tags.includes(tag.id));
    const patch = retagMarks(marks, takes ? { remove: tag.id } : { add: tag.id }, stamp);
    const [only] = marks;
    if (patch === null || only === undefined) return;
    editing.commit(patch, active ? madeActive(store.getState(), only) : {});
    if (!takes) remember([tag.id]);
    const said = takes ? taggingMessages.taken : taggingMessages.given;
    view.announce(said(tag.name, marks.length));
  };

  const giveTag = (id: TagId, target = currentTarget(store.getState())): void => {
    const tag = store.getState().tags.get(id);
    if (tag === undefined) return;
    if (target === null) {
      view.announce(stateMessages.nothingSelected);
      return;
    }
    if (target.kind === 'span') {
      const there = markOn(target.span, id);
      if (there !== undefined) toggle([there], tag, true);
      else if (markWith(target.span, plan([{ id }]))) {
        remember([id]);
        view.announce(taggingMessages.given(tag.name, 1));
      }
      return;
    }
    const ids = target.kind === 'mark' ? [target.id] : target.ids;
    toggle(knownMarks(store.getState(), ids), tag, false);
  };

  const keyTag = (digit: number): Tag | null => {
    const { tags, tagKeys } = store.getState();
    const tag = tags.get(tagKeys[digit - 1] ?? '');
    if (tag === undefined) view.announce(taggingMessages.noKey(digit));
    return tag ?? null;
  };

  const pin = (tag: Tag, digit: number | null): void => {
    const patch = pinTag(tag, digit, store.getState().tags.values(), stamp);
    if (patch === null) return;
    editing.commit(patch);
    view.announce(
      digit === null ? taggingMessages.unpinned(tag.name) : taggingMessages.pinned(tag.name, digit),
    );
  };

  return {
    /** Gives a tag to a passage, a mark or several; takes it off where it was on all. A passage becomes a mark. */
    giveTag,
    giveKey: (digit: number, target?: Target): void => {
      const tag = keyTag(digit);
      if (tag !== null) giveTag(tag.id, target);
    },
    pinTag: pin,
    /** Keeps the tag of a digit there, or lets it go again. */
    pinKey: (digit: number): void => {
      const tag = keyTag(digit);
      if (tag !== null) pin(tag, tag.pinned === digit ? null : digit);
    },

    /** Gives one mark these tags, in this order; makes the mark and the tags that are not there yet, as one edit. */
    tag: (target: OneTarget, choices: readonly TagChoice[]): void => {
      const planned = plan(choices);
      const { ids, additions } = planned;
      if (target.kind === 'span') {
        if (ids.length === 0 || !markWith(target.span, planned)) return;
      } else {
        const mark = knownMark(store.getState(), target.id);
        if (mark === undefined || sameTags(mark.tags, ids)) return;
        const patch = withTags(setTags(mark, ids, stamp), additions);
        editing.commit(patch, madeActive(store.getState(), mark));
      }
      remember(ids);
      view.announce(
        stateMessages.tagged(ids.map((id) => store.getState().tags.get(id)?.name ?? '')),
      );
    },

    /**
     * Writes the note of a mark, making the mark if need be; an empty note on a new mark makes nothing. A tag that the
     * note names, and did not before, is given to the mark with it.
     */
    note: (target: OneTarget, note: string): void => {
      const state = store.getState();
      const there = target.kind === 'mark' ? knownMark(state, target.id) : undefined;
      if (target.kind === 'mark' && (there === undefined || there.note === note)) return;
      if (there === undefined && note === '') return;
      const before = new Set(noteTags(there?.note ?? '').map(({ path }) => fold(path)));
      const named = noteTags(note).filter(({ path }) => !before.has(fold(path)));
      const { closedCodebook } = state.settings;
      const choices = named.map(({ path }) => ({ create: path }));
      const unknown = closedCodebook
        ? choices.filter((one) => plan([one]).additions.length > 0)
        : [];
      const planned = plan(choices.filter((one) => !unknown.includes(one)));
      const tags = [...new Set([...(there?.tags ?? []), ...planned.ids])];
      if (target.kind === 'span') {
        const colour = planned.colourOf(tags[0]) ?? state.settings.lastColour;
        const mark = draftMark(state, target.span, colour, stamp);
        if (mark === null) return;
        const coloured = tags.length > 0 ? ({ colourBy: 'tag' } as const) : {};
        const patch = addMark({ ...mark, note, tags, ...coloured }, stamp);
        editing.commit(withTags(patch, planned.additions), madeActive(state, mark));
      } else if (there !== undefined) {
        const patch = writeNote(there, note, stamp, tags.length > there.tags.length ? tags : null);
        editing.commit(withTags(patch, planned.additions), madeActive(state, there));
      }
      remember(planned.ids);
      const names = planned.ids.map((id) => store.getState().tags.get(id)?.name ?? '');
      view.announce(
        names.length === 0 ? stateMessages.noted : taggingMessages.notedWith(names.join(', ')),
      );
      if (unknown.length > 0) {
        view.toast(taggingMessages.closedTo(unknown.map(({ create }) => create).join(', ')));
      }
    },

    /** Gives several marks some tags and takes others off, as one edit. */
    tagMarks: (ids: readonly AnnotationId[], { add, remove }: TagChanges): void => {
      const { ids: added, additions } = plan(add);
      let marks = knownMarks(store.getState(), ids);
      const before = new Map(marks.map((mark) => [mark.id, mark]));
      for (const id of added) marks = marks.map((mark) => withTag(mark, id));
      const taken = new Set(remove);
      const changes = marks.flatMap((mark) => {
        const was = before.get(mark.id);
        const tags = mark.tags.filter((id) => !taken.has(id));
        return was === undefined || sameTags(was.tags, tags)
          ? []
          : setTags(was, tags, stamp).changes;
      });
      if (changes.length === 0) return;
      const label = added.length === 0 ? 'mark.untag' : 'mark.tag';
      const patch: Patch = { id: stamp.id(), at: stamp.now(), label, changes };
      editing.commit(withTags(patch, additions));
      remember(added);
      view.announce(taggingMessages.retagged(changes.length));
    },

    /** Marks a selected passage with the armed tag; one that bears it already stays as it is. */
    markAtOnce: (span: Span): void => {
      const { armed } = store.getState();
      if (armed === null) return;
      const there = markOn(span, armed);
      if (there?.tags.includes(armed) === true)
        store.setState({ active: there.id, selection: null });
      else giveTag(armed, { kind: 'span', span });
    },

    /** From now on each passage that is selected is marked with a tag; null ends that. */
    arm: (id: TagId | null): void => {
      if (store.getState().armed === id) return;
      const tag = id === null ? undefined : store.getState().tags.get(id);
      store.setState({ armed: tag?.id ?? null });
      view.announce(tag === undefined ? taggingMessages.disarmed : taggingMessages.armed(tag.name));
    },
  };
}

function withTag(mark: Annotation, id: TagId): Annotation {
  return mark.tags.includes(id) ? mark : { ...mark, tags: [...mark.tags, id] };
}

function withTags(patch: Patch, additions: readonly Tag[]): Patch {
  return { ...patch, changes: [...additions.map(tagAddition), ...patch.changes] };
}

function sameTags(a: readonly TagId[], b: readonly TagId[]): boolean {
  return a.length === b.length && a.every((tag, index) => tag === b[index]);
}
