import { useState } from 'react';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { withDescendants } from '../../../core/search/filter-marks.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { MarkColour } from '../../../core/model/colours.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { useActions, useAppStore } from '../../state/context.ts';
import { focusText } from '../../ui/focus.ts';
import type { Box } from '../../ui/place-near.ts';
import type { Passage } from './passage-row.tsx';
import type { Chosen } from './use-chosen.ts';

/** A tag that is being looked for, and what it is for. */
interface Picking {
  readonly kind: 'add' | 'replace';
  readonly label: string;
  readonly at: Box;
  readonly except: readonly TagId[];
  readonly marks: readonly Annotation['id'][];
}

/** What can be done with a passage or, where some are selected, with all of them. */
export interface PassageWork {
  readonly picking: Picking | null;
  readonly pick: (tag: Tag) => void;
  readonly endPicking: () => void;
  readonly open: (mark: Annotation) => void;
  /** Null stands for what is selected. */
  readonly tag: (passage: Passage | null) => void;
  readonly replace: (passage: Passage | null) => void;
  readonly untag: (passage: Passage | null) => void;
  readonly remove: (passage: Passage | null) => void;
  readonly recolour: (passage: Passage | null, colour: MarkColour) => void;
  readonly note: (passage: Passage) => void;
  readonly example: (passage: Passage) => void;
  /** False where the key means nothing here. */
  readonly onKey: (key: string, passage: Passage) => boolean;
}

export function usePassageWork(chosen: Chosen): PassageWork {
  const actions = useActions();
  const store = useAppStore();
  const [picking, setPicking] = useState<Picking | null>(null);

  const shownTag = (): TagId | null => store.getState().passageQuery.tag;
  const many = (passage: Passage | null): readonly Annotation['id'][] =>
    passage === null ? [...chosen.ids] : [passage.mark.id];
  const overlay = (kind: 'tag' | 'note', { mark }: Passage): void =>
    actions.openOverlay({ kind, target: { kind: 'mark', id: mark.id }, anchor: boxOf(mark.id) });
  const startPicking = (kind: Picking['kind'], passage: Passage | null): void => {
    const tag = shownTag();
    setPicking({
      kind,
      label: kind === 'add' ? messages.addTag : messages.moveTo,
      at: boxOf(passage?.mark.id ?? null),
      except: kind === 'replace' && tag !== null ? [tag] : [],
      marks: many(passage),
    });
  };
  /** The tag itself, or the one inside it that the passage is shown for. */
  const shownFor = ({ mark }: Passage): TagId | null => {
    const { passageQuery, tags } = store.getState();
    if (passageQuery.tag === null) return null;
    const family = withDescendants(passageQuery.tag, tags.values());
    return mark.tags.find((id) => family.has(id)) ?? null;
  };

  const work: Omit<PassageWork, 'onKey'> = {
    picking,
    endPicking: () => setPicking(null),
    pick: ({ id }) => {
      if (picking === null) return;
      const tag = shownTag();
      const { marks, kind } = picking;
      if (kind === 'add') void actions.changeMarks(marks, { kind, tag: id });
      else if (tag !== null) void actions.changeMarks(marks, { kind, tag, by: id });
    },
    open: (mark) => {
      actions.leaveSheet();
      focusText();
      void actions.showMark(mark);
    },
    tag: (passage) => {
      if (passage === null) startPicking('add', null);
      else overlay('tag', passage);
    },
    replace: (passage) => {
      if (shownTag() === null) actions.announce(messages.noTagShown);
      else startPicking('replace', passage);
    },
    untag: (passage) => {
      const tag = passage === null ? shownTag() : shownFor(passage);
      if (tag === null) actions.announce(messages.noTagShown);
      else void actions.changeMarks(many(passage), { kind: 'remove', tag });
    },
    remove: (passage) => {
      void actions.changeMarks(many(passage), { kind: 'delete' });
      if (passage === null) chosen.none();
    },
    recolour: (passage, colour) =>
      void actions.changeMarks(many(passage), { kind: 'colour', colour }),
    note: (passage) => overlay('note', passage),
    example: ({ mark }) => {
      const tag = shownTag();
      if (tag === null) actions.announce(messages.noTagShown);
      else actions.toggleExample(tag, mark);
    },
  };
  return {
    ...work,
    onKey: (key, passage) => {
      const these = chosen.ids.size > 0 ? null : passage;
      const keys: Partial<Record<string, () => void>> = {
        t: () => work.tag(these),
        m: () => work.replace(these),
        u: () => work.untag(these),
        Delete: () => work.remove(these),
        n: () => work.note(passage),
        e: () => work.example(passage),
      };
      keys[key]?.();
      return keys[key] !== undefined;
    },
  };
}

function boxOf(mark: Annotation['id'] | null): Box {
  const element =
    mark === null
      ? document.querySelector('[data-testid="passages-chosen"]')
      : document.querySelector(`[data-testid="passage"][data-mark="${mark}"]`);
  const rect = element?.getBoundingClientRect() ?? new DOMRect();
  return { x: rect.x + 24, y: rect.y, width: rect.width, height: Math.min(rect.height, 56) };
}
