import type { CSSProperties } from 'react';
import type { Settings } from '../../core/model/settings.ts';

/** Mean advance of a character of running text in em, for each face: turns characters to a line into a width. */
const advance: Record<Settings['readingFace'], number> = {
  literata: 0.482,
  inter: 0.5,
  system: 0.48,
};
const faces: Record<Settings['readingFace'], string> = {
  literata: 'var(--read)',
  inter: 'var(--ui)',
  system: 'system-ui, sans-serif',
};

/** Columns of the page beside the measure, px: the note margin and the least outer margins. */
const noteColumn = 206;
const outerMargins = 62;

/** Width of the text column, px. */
export function measureWidth({ fontSize, measure, readingFace }: Settings): number {
  return Math.round(fontSize * advance[readingFace] * measure);
}

export function hasNoteColumn(settings: Settings, paneWidth: number): boolean {
  return paneWidth >= measureWidth(settings) + noteColumn + outerMargins;
}

/** The reader's choices as CSS variables on the page: no text is drawn again for them. */
export function typeStyle(settings: Settings, paneWidth: number): CSSProperties {
  const { fontSize, lineHeight, readingFace } = settings;
  const width = Math.min(measureWidth(settings), Math.max(paneWidth - 76, 160));
  return {
    '--reading-face': faces[readingFace],
    '--reading-size': `${fontSize}px`,
    '--leading': lineHeight,
    '--measure-width': `${measureWidth(settings)}px`,
    '--columns': Math.round(width / (fontSize * advance[readingFace])),
  } as CSSProperties;
}
