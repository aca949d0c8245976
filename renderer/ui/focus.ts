import { useEffect, useLayoutEffect, useRef } from 'react';

const textSelector = '[data-testid="reader"]';

/**
 * Gives the focus back when the component goes: to what had it in the panes, else to the text, where reading goes on.
 */
export function useFocusReturn(): void {
  const before = useRef<Element | null>(null);
  // Before anything inside takes the focus by itself.
  useLayoutEffect(() => {
    before.current ??= document.activeElement;
  }, []);
  useEffect(() => {
    const origin = before.current;
    return () => {
      // Something else took the focus by the reader's own press: leave it there.
      const now = document.activeElement;
      if (
        now !== null &&
        now !== document.body &&
        now.isConnected &&
        now.closest('[data-own-keys]') === null
      ) {
        return;
      }
      focusFirst(origin, document.querySelector(textSelector));
    };
  }, []);
}

/** Keeps what is selected in the text for when the component goes: a field that takes the focus takes the selection too. */
export function useSelectionReturn(): void {
  useLayoutEffect(() => {
    const selection = document.getSelection();
    if (selection === null || selection.isCollapsed) return undefined;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    return () => {
      if (anchorNode?.isConnected !== true || focusNode?.isConnected !== true) return;
      document.getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    };
  }, []);
}

function focusFirst(...elements: readonly (Element | null)[]): void {
  const found = elements.find(
    (element) => element instanceof HTMLElement && element !== document.body && element.isConnected,
  );
  if (found instanceof HTMLElement) found.focus({ preventScroll: true });
}

export function focusText(): void {
  focusFirst(document.querySelector(textSelector));
}
