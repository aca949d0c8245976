import { useEffect } from 'react';
import { useActions, useAppStore } from '../state/context.ts';
import type { LiveText } from './live-text.ts';
import { followLink, followTarget } from './pointing.ts';

/** Keys that are no commands: leaving what is selected, going into the toolbar, and following a link. */
export function useReaderKeys(live: LiveText | null): void {
  const store = useAppStore();
  const actions = useActions();

  useEffect(() => {
    if (live === null) return;
    const { scroller } = live.view;

    const leave = (): boolean => {
      const state = store.getState();
      const { overlay, panel, selection, active, find, armed, chosen, caret, linking } = state;
      if (live.handles.cancel()) return true;
      if (overlay !== null) actions.closeOverlay();
      else if (panel === 'contents') actions.showPanel(null);
      else if (selection !== null) actions.select(null);
      else if (linking !== null) actions.armLink(null);
      else if (chosen.size > 0) actions.chooseMarks([]);
      else if (armed !== null) actions.arm(null);
      else if (active !== null) actions.activate(null);
      else if (find !== null) actions.closeFind();
      else if (caret !== null) live.caret.hide();
      else return false;
      scroller.focus({ preventScroll: true });
      return true;
    };

    const enterToolbar = (event: KeyboardEvent): boolean => {
      if (event.shiftKey) return false;
      const bar = scroller.querySelector<HTMLElement>('.passage-toolbar');
      if (bar === null || bar.style.visibility === 'hidden') return false;
      if (bar.contains(document.activeElement)) return false;
      bar.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
      return true;
    };

    const openLink = (event: KeyboardEvent): boolean => {
      const link = event.target instanceof HTMLElement ? event.target : null;
      if (link !== null && followTarget(link, live.view, actions)) return true;
      if (link?.dataset['href'] === undefined) return false;
      followLink(link, store, actions);
      return true;
    };

    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !isOurs(event.target, scroller)) return;
      const answer = { Tab: enterToolbar, Enter: openLink }[event.key];
      if (answer?.(event) === true) event.preventDefault();
    };
    // Before anyone else: a tooltip that is open would take the key for itself.
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || !isOurs(event.target, scroller)) return;
      if (leave()) event.preventDefault();
    };
    window.addEventListener('keydown', onEscape, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onEscape, true);
      window.removeEventListener('keydown', onKey);
    };
  }, [live, store, actions]);
}

function isOurs(target: EventTarget | null, scroller: HTMLElement): boolean {
  if (!(target instanceof Element) || target === document.body) return true;
  return scroller.contains(target);
}
