import { placeTag, type TagPlace } from '../../../core/edit/place-tag.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { describeTag, newTag, type Rules } from '../../../core/edit/tags.ts';
import { isNameTaken } from '../../../core/edit/tag-tree.ts';
import { codebookMessages as messages, splitMessages } from '../../../core/messages/en/codebook.ts';
import { passageMessages } from '../../../core/messages/en/passages.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { nextColour } from '../../../core/model/colours.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { call } from '../../bridge.ts';
import type { Verdict } from '../sheet.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** Care of the codebook: each of these is one step of undo. */
export function createCodebookActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  const all = (): readonly Tag[] => [...store.getState().tags.values()];
  const tell = (words: string, undo = true): void => {
    view.toast(words, { undo });
    view.announce(words);
  };

  return {
    /** Whether the tag stands somewhere else now. */
    placeTag: (tag: Tag, place: TagPlace): boolean => {
      const patch = placeTag(tag, place, all(), stamp);
      if (patch === null) return false;
      if (typeof patch === 'string') {
        view.toast(messages.refused[patch], { tone: 'warning' });
        return false;
      }
      editing.commit(patch);
      const above =
        place.parent === null ? null : (store.getState().tags.get(place.parent) ?? null);
      view.announce(messages.placed(tag.name, above?.name ?? null));
      return true;
    },
    describeTag: (tag: Tag, rules: Rules): void => {
      editing.commit(describeTag(tag, rules, stamp));
      view.announce(messages.described(tag.name));
    },
    /** Whether new tags can be made while reading. */
    toggleClosedCodebook: (): void => {
      const closedCodebook = !store.getState().settings.closedCodebook;
      void view.changeSettings({ closedCodebook });
      view.announce(closedCodebook ? messages.closedOn : messages.closedOff);
    },
    /** Makes a mark an example of a tag, or no longer one. */
    toggleExample: (id: TagId, { document, id: mark }: Annotation): void => {
      const tag = store.getState().tags.get(id);
      if (tag === undefined) return;
      const { examples = [] } = tag;
      const rest = examples.filter((each) => each.mark !== mark);
      const made = rest.length === examples.length;
      const next = made ? [...rest, { document, mark }] : rest;
      editing.commit(describeTag(tag, { examples: next }, stamp));
      view.announce(made ? passageMessages.exampleMade : passageMessages.exampleGone);
    },
    mergeTags: async (from: Tag, into: Tag): Promise<boolean> => {
      if (!(await editing.ready())) return false;
      if (!editing.take(await call('codebook.merge', { from: from.id, into: into.id }))) {
        return false;
      }
      if (store.getState().filter.tag === from.id) view.setFilter({ tag: into.id });
      tell(messages.merged(from.name, into.name));
      return true;
    },

    /** Begins the review that splits a tag; false where the name cannot be. */
    startSplit: (tag: Tag, name: string): boolean => {
      if (name.trim() === '') return false;
      const second = newTag(name, nextColour(store.getState().tags.size), tag.parent, stamp);
      if (isNameTaken(second.name, tag.parent, second.id, all())) {
        view.toast(stateMessages.tagNameTaken(second.name), { tone: 'warning' });
        return false;
      }
      store.setState({ split: { tag: tag.id, second, at: 0, sorted: new Map() } });
      view.openSplit(tag.id);
      return true;
    },
    sortPassage: (mark: Annotation['id'], verdict: Verdict): void =>
      store.setState(({ split }) => {
        if (split === null) return {};
        const sorted = new Map(split.sorted);
        sorted.delete(mark);
        return { split: { ...split, at: split.at + 1, sorted: sorted.set(mark, verdict) } };
      }),
    lookAtPassage: (at: number): void =>
      store.setState(({ split }) => (split === null ? {} : { split: { ...split, at } })),
    giveUpSplit: (): void => {
      store.setState({ split: null });
      view.closeSheet();
    },
    applySplit: async (): Promise<void> => {
      const { split } = store.getState();
      if (split === null || !(await editing.ready())) return;
      const { tag, second, sorted } = split;
      const those = (wanted: Verdict): readonly Annotation['id'][] =>
        [...sorted].flatMap(([id, verdict]) => (verdict === wanted ? [id] : []));
      const reply = await call('codebook.split', {
        tag,
        second,
        moved: those('second'),
        both: those('both'),
        neither: those('neither'),
      });
      if (!editing.take(reply)) return;
      store.setState({ split: null });
      view.closeSheet();
      tell(splitMessages.splitDone(store.getState().tags.get(tag)?.name ?? '', second.name));
    },
  };
}
