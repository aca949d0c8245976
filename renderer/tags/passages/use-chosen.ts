import { useCallback, useRef, useState } from 'react';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import type { AnnotationId } from '../../../core/model/annotation.ts';
import { useActions } from '../../state/context.ts';
import type { Items } from '../../ui/roving-list.tsx';
import type { PassageItem } from './passage-row.tsx';

/** The passages that were selected, wherever they stand in the list. */
export interface Chosen {
  readonly ids: ReadonlySet<AnnotationId>;
  readonly toggle: (index: number, extend: boolean) => void;
  /** From where the selection began, or from here, to another place. */
  readonly extend: (from: number, to: number) => Promise<void>;
  readonly all: () => Promise<void>;
  readonly none: () => void;
}

export function useChosen(items: Items<PassageItem>): Chosen {
  const actions = useActions();
  const [ids, setIds] = useState<ReadonlySet<AnnotationId>>(new Set());
  const start = useRef<number | null>(null);

  const tell = useCallback(
    (next: ReadonlySet<AnnotationId>): void => {
      setIds(next);
      actions.announce(messages.selected(next.size));
    },
    [actions],
  );
  const extend = async (from: number, to: number): Promise<void> => {
    start.current ??= from;
    const first = Math.min(start.current, to);
    const found = await actions.idsOfPassages(first, Math.abs(to - start.current) + 1);
    tell(new Set([...ids, ...found]));
  };
  return {
    ids,
    extend,
    toggle: (index, extending) => {
      const item = items.at(index);
      if (item?.kind !== 'mark') return;
      if (extending && start.current !== null) {
        void extend(start.current, index);
        return;
      }
      start.current = index;
      const next = new Set(ids);
      if (!next.delete(item.mark.id)) next.add(item.mark.id);
      tell(next);
    },
    all: async () => tell(new Set(await actions.idsOfPassages(0, items.length))),
    none: () => {
      start.current = null;
      tell(new Set());
    },
  };
}
