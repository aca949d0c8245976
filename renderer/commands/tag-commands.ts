import { useEffect } from 'react';
import { tagDigits } from '../../core/commands/tags.ts';
import { taggingMessages } from '../../core/messages/en/tagging.ts';
import { activeMark, currentTarget, type OneTarget } from '../state/app-state.ts';
import { useActions, useAppStore } from '../state/context.ts';
import { useCommands } from './registry.ts';

/** Tags by digit, and marking at once. */
export function useTagCommands(): void {
  const registry = useCommands();
  const store = useAppStore();
  const actions = useActions();
  useEffect(() => {
    const arm = (): void => {
      const state = store.getState();
      if (state.armed !== null) {
        actions.arm(null);
        return;
      }
      // What the reader just worked with: the last tag of the active mark, or else the one used last.
      const last =
        activeMark(state)?.tags.at(-1) ?? state.recentTags.find((id) => state.tags.has(id));
      if (last === undefined) actions.announce(taggingMessages.nothingToArm);
      else actions.arm(last);
    };
    const removers = [
      ...tagDigits.map((digit) =>
        registry.register(`tag.give${digit}`, () =>
          actions.giveKey(digit, currentTarget(store.getState()) ?? focusedMark()),
        ),
      ),
      ...tagDigits.map((digit) =>
        registry.register(`tag.pin${digit}`, () => actions.pinKey(digit)),
      ),
      registry.register('tag.arm', arm),
      registry.register('tag.strip', () => {
        const { tagStrip } = store.getState().settings;
        void actions.changeSettings({ tagStrip: !tagStrip });
      }),
    ];
    return () => {
      for (const remove of removers) remove();
    };
  }, [registry, store, actions]);

  useEffect(() => {
    // Last of all: whatever is open or selected takes the key first.
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const { chosen, armed, linking } = store.getState();
      if (linking !== null) actions.armLink(null);
      else if (chosen.size > 0) actions.chooseMarks([]);
      else if (armed !== null) actions.arm(null);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [store, actions]);
}

/** The card in the list that has the focus. */
function focusedMark(): OneTarget | undefined {
  const id = document.activeElement?.closest<HTMLElement>('[data-mark]')?.dataset['mark'];
  return id === undefined ? undefined : { kind: 'mark', id };
}
