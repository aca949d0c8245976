import type { Cue, InlineStyle, ListPlace } from '../model/block.ts';

// What an importer hands over: blocks with their own text and inlines counted from the block's start.
// compose.ts strings them into the canonical text.

export type DraftInline =
  | {
      readonly kind: 'style';
      readonly style: InlineStyle;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'link'; readonly href: string; readonly start: number; readonly end: number }
  /** To the anchor of that name, anywhere in the document; without one it is plain text. */
  | { readonly kind: 'jump'; readonly to: string; readonly start: number; readonly end: number }
  /** `picture` is a key of the importer's pictures; it has no text, so `end` is `start`. */
  | {
      readonly kind: 'picture';
      readonly picture: string;
      readonly alternative: string;
      readonly start: number;
      readonly end: number;
    };

/** A place that jumps, the outline and links of pages name. Names are the importer's own, unique in the document. */
export interface DraftAnchor {
  readonly name: string;
  readonly at: number;
}

/** Where a page shows a stretch of the text: see core/model/pages.ts for the units. */
export interface DraftRun {
  /** From 0. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

export interface DraftText {
  readonly text: string;
  readonly inlines: readonly DraftInline[];
}

export interface DraftCell extends DraftText {
  readonly header: boolean;
}

interface DraftPlace {
  readonly quote: number;
  readonly list: ListPlace | null;
  readonly origin?: string;
  readonly anchors?: readonly DraftAnchor[];
}

export type DraftBlock = DraftPlace &
  (
    | ({
        readonly kind: 'heading';
        readonly level: 1 | 2 | 3 | 4 | 5 | 6;
        readonly runs?: readonly DraftRun[];
      } & DraftText)
    | ({
        readonly kind: 'paragraph';
        readonly cue?: Cue;
        readonly runs?: readonly DraftRun[];
      } & DraftText)
    | { readonly kind: 'code'; readonly text: string; readonly language: string | null }
    | { readonly kind: 'table'; readonly rows: readonly (readonly DraftCell[])[] }
    | { readonly kind: 'rule' }
    /** `picture` is a key of the importer's pictures. */
    | { readonly kind: 'image'; readonly text: string; readonly picture?: string }
  );
