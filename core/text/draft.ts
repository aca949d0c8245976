import type { InlineStyle, ListPlace } from '../model/block.ts';

// What an importer hands over: blocks with their own text and inlines counted from the block's start.
// compose.ts strings them into the canonical text.

export type DraftInline =
  | {
      readonly kind: 'style';
      readonly style: InlineStyle;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'link'; readonly href: string; readonly start: number; readonly end: number };

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
}

export type DraftBlock = DraftPlace &
  (
    | ({ readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6 } & DraftText)
    | ({ readonly kind: 'paragraph' } & DraftText)
    | { readonly kind: 'code'; readonly text: string; readonly language: string | null }
    | { readonly kind: 'table'; readonly rows: readonly (readonly DraftCell[])[] }
    | { readonly kind: 'rule' }
    | { readonly kind: 'image'; readonly text: string }
  );
