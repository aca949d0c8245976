import type { Failure } from '../../../core/contract.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import type { AnnotationId } from '../../../core/model/annotation.ts';
import type { Settings } from '../../../core/model/settings.ts';
import type { Span } from '../../../core/model/span.ts';
import { call } from '../../bridge.ts';
import {
  noCare,
  type AppState,
  type Caret,
  type Overlay,
  type Panel,
  type Toast,
} from '../app-state.ts';
import type { AppStore } from '../store.ts';
import { createFinding } from './finding.ts';
import { createSheetActions } from './passages.ts';

export type ViewActions = ReturnType<typeof createViewActions>;

/** What is shown, selected and said; nothing here is an edit. */
export function createViewActions(store: AppStore, stamp: Stamp) {
  const toast = (message: string, more: { tone?: Toast['tone']; undo?: boolean } = {}): void => {
    const item: Toast = {
      id: stamp.id(),
      tone: more.tone ?? 'info',
      message,
      undo: more.undo ?? false,
    };
    store.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), item] }));
  };
  const fail = (error: Failure): void => toast(error.message, { tone: 'error' });
  const finding = createFinding(store, fail);
  const sheets = createSheetActions(store, fail);

  return {
    toast,
    fail,
    dismissToast: (id: string): void =>
      store.setState(({ toasts }) => ({ toasts: toasts.filter((item) => item.id !== id) })),
    dismissNotice: (id: string): void =>
      store.setState(({ notices }) => ({ notices: notices.filter((item) => item.id !== id) })),
    announce: (announcement: string): void => store.setState({ announcement }),

    changeSettings: async (change: Partial<Settings>): Promise<void> => {
      const settings = { ...store.getState().settings, ...change };
      store.setState({ settings });
      const reply = await call('settings.save', { settings });
      if (!reply.ok) toast(reply.error.message, { tone: 'error' });
    },

    select: (selection: Span | null): void => store.setState({ selection }),
    setCaret: (caret: Caret | null): void => store.setState({ caret }),
    activate: (active: AnnotationId | null): void =>
      store.paintFirst(() => store.setState({ active })),
    openOverlay: (overlay: Overlay): void => store.setState({ overlay, panel: null }),
    closeOverlay: (): void => store.setState({ overlay: null }),
    showPanel: (panel: Panel): void => store.setState({ panel, care: noCare }),
    setDragging: (dragging: boolean): void => store.setState({ dragging }),
    jumpTo: (span: Span, flash = true): void => store.setState({ jump: { span, flash } }),
    setReading: (reading: AppState['reading']): void => store.setState({ reading }),

    ...finding,
    ...sheets,
    /** Looks again for all that is shown of other texts. */
    refind: async (): Promise<void> => {
      await Promise.all([finding.refind(), sheets.refindPassages()]);
    },
  };
}
