import type { BlockWriter } from './block-writer.ts';
import type { Look } from './line-writer.ts';
import type { OfficeComments } from './office-comments.ts';
import type { RtfFonts } from './rtf-fonts.ts';
import type { RtfStyles } from './rtf-place.ts';
import type { RtfRange } from './rtf-state.ts';

/** What the walks through the parts of an RTF file share. */
export interface RtfContext {
  readonly bytes: Uint8Array;
  readonly fonts: RtfFonts;
  readonly styles: RtfStyles;
  /** The font that text has where nothing else is said. */
  font: number;
  readonly facts: Map<string, string>;
  readonly comments: OfficeComments;
  /** What was said of the comment that comes next. */
  readonly comment: { id: string | null; author: string | null; date: string | null };
  readonly seen: { changes: boolean; damaged: boolean; formulas: number };
  /** Text boxes and notes in each other, beyond which they are left out. */
  readonly mostDepth: number;
  readonly note: (range: RtfRange, writer: BlockWriter, look: Look) => void;
  readonly annotate: (range: RtfRange) => void;
  readonly picture: (bytes: Uint8Array, writer: BlockWriter) => void;
}
