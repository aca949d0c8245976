import { useLayoutEffect, useMemo, useState, type CSSProperties } from 'react';
import type { OpenPages } from '../../state/open-pages.ts';
import { pageScale, type PageScale } from './zoom.ts';

/** How large the pages are now, in a pane of this width; null where none are shown. */
export function usePageScale(
  pages: OpenPages | null,
  scroller: HTMLElement,
  width: number,
): PageScale | null {
  const whole = pages?.view === 'pages' && pages.zoom === 'page';
  const height = useHeight(scroller, whole);
  const infos = pages?.view === 'pages' ? pages.infos : null;
  const zoom = pages?.zoom ?? 1;
  return useMemo(
    () => (infos === null ? null : pageScale(infos, zoom, { width, height })),
    [infos, zoom, width, height],
  );
}

export function pageStyle({ scale, width }: PageScale): CSSProperties {
  return { '--scale': scale, '--measure-width': `${width}px` } as CSSProperties;
}

/** Only where it counts: pages are drawn anew for each change. */
function useHeight(element: HTMLElement, counts: boolean): number {
  const [height, setHeight] = useState(element.clientHeight);
  useLayoutEffect(() => {
    if (!counts) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, counts]);
  return height;
}
