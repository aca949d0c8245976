import { pageMessages } from '../../../core/messages/en/pages.ts';
import type { Page } from '../../../core/model/pages.ts';
import { element } from '../element.ts';

/** What pages are drawn by hand from. */
export interface PageText {
  readonly page: Page;
  /** The canonical text of the page. */
  readonly text: string;
  /** Called where a link leads to a place of the text: what that page is called. */
  readonly labelAt: (offset: number) => string;
}

/** Numbers of a run (core/model/pages.ts). */
const runNumbers = 7;
/** Size that the width of a text is measured at, px. */
const measuredSize = 100;
const face = 'Literata Variable';

/** The face that text on pages is laid out in. */
export interface Face {
  /** How wide text is by itself, per px of its size. */
  readonly width: (text: string) => number;
  /** From its highest to its lowest, per px of its size: what a highlight covers. */
  readonly height: number;
}

export function measureFace(): Face {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no canvas to measure text with');
  context.font = `${measuredSize}px '${face}'`;
  context.textRendering = 'geometricPrecision';
  context.fontKerning = 'normal';
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  return {
    width: (text) => context.measureText(text).width / measuredSize,
    height: (fontBoundingBoxAscent + fontBoundingBoxDescent) / measuredSize,
  };
}

/** Leaves of a page: transparent text where the page's picture shows it, each the width that it has there. */
export function drawRuns(
  { page, text }: PageText,
  { width: widthOf, height: high }: Face,
): HTMLElement[] {
  const leaves: HTMLElement[] = [];
  for (let at = 0; at + runNumbers <= page.runs.length; at += runNumbers) {
    const [start = 0, end = 0, left = 0, top = 0, width = 0, height = 0, angle = 0] =
      page.runs.slice(at, at + runNumbers);
    const written = text.slice(start - page.start, end - page.start);
    if (written === '') continue;
    const leaf = element(
      'span',
      { class: 'run', dir: 'auto', 'data-start': start, 'data-end': end },
      written,
    );
    const size = height / high;
    const natural = widthOf(written) * size;
    const stretch = natural > 0 && width > 0 ? width / natural : 1;
    const turn = angle === 0 ? '' : `rotate(${angle}deg) `;
    leaf.style.cssText = `left:${left}px;top:${top}px;font-size:${size.toFixed(2)}px;line-height:${height}px;transform:${turn}scaleX(${stretch.toFixed(4)})`;
    leaves.push(leaf);
  }
  return leaves;
}

/** Below the text, so that a press on linked words still selects them; reached by Tab. */
export function drawLinks({ page, labelAt }: PageText): HTMLElement[] {
  return page.links.map(({ left, top, width, height, to }) => {
    const inside = typeof to === 'number';
    const name = inside ? pageMessages.linkToPage(labelAt(to)) : pageMessages.link(to);
    const link = element('a', {
      class: 'paper-link',
      role: 'link',
      tabindex: 0,
      'aria-label': name,
      title: name,
      ...(inside ? { 'data-target': to } : { 'data-href': to }),
    });
    link.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    return link;
  });
}
