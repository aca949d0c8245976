import { useEffect } from 'react';
import type { Zoom } from '../../../core/model/page-look.ts';
import { useCommands } from '../../commands/registry.ts';
import { useActions } from '../../state/context.ts';
import type { LiveText } from '../live-text.ts';
import { pxPerPoint, zoomStep, type PageScale } from './zoom.ts';

/** A turn of the wheel with Ctrl held, and how much of the size it changes. */
const perWheel = 0.0016;

/** While pages are shown, the keys for the size of type change the size of the pages. */
export function usePageCommands(live: LiveText | null, scale: PageScale | null): void {
  const registry = useCommands();
  const actions = useActions();

  useEffect(() => {
    if (live === null || scale === null) return;
    const zoom = (to: Zoom) => () => actions.zoomPages(to);
    const removers = [
      registry.register('view.larger', () => actions.zoomPages(zoomStep(scale.scale, 1))),
      registry.register('view.smaller', () => actions.zoomPages(zoomStep(scale.scale, -1))),
      registry.register('view.resetSize', zoom('width')),
      registry.register('view.fitPage', zoom('page')),
    ];
    const { scroller } = live.view;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const next = (scale.scale / pxPerPoint) * Math.exp(-event.deltaY * perWheel);
      actions.zoomPages(Math.min(Math.max(next, 0.1), 8));
    };
    scroller.addEventListener('wheel', turn, { passive: false });
    return () => {
      for (const remove of removers) remove();
      scroller.removeEventListener('wheel', turn);
    };
  }, [live, scale, registry, actions]);
}
