// What the window and the thread that draws pages say to each other.

export interface OpenRequest {
  readonly kind: 'open';
  /** The PDF; it is the thread's from then on. */
  readonly bytes: Uint8Array;
}

/** How large a page is, where the document is not known yet. */
export interface SizeRequest {
  readonly kind: 'size';
  readonly number: number;
  /** From 0. */
  readonly page: number;
}

/** A whole page, as a picture of so many pixels. */
export interface DrawRequest {
  readonly kind: 'draw';
  readonly number: number;
  /** From 0. */
  readonly page: number;
  /** Pixels to a point. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

export type DrawAnswer =
  | { readonly kind: 'opened' }
  /** In points, as the page is shown. */
  | {
      readonly kind: 'sized';
      readonly number: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'drawn'; readonly number: number; readonly bitmap: ImageBitmap }
  | { readonly kind: 'failed'; readonly number: number; readonly reason: string };
