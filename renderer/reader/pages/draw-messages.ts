// What the window and the thread that draws pages say to each other.

export interface OpenRequest {
  readonly kind: 'open';
  /** The PDF; it is the thread's from then on. */
  readonly bytes: Uint8Array;
}

/** A rectangle of a page, in pixels of the page at that scale. */
export interface DrawRequest {
  readonly kind: 'draw';
  readonly number: number;
  /** From 0. */
  readonly page: number;
  /** Pixels to a point. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type DrawAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'drawn'; readonly number: number; readonly bitmap: ImageBitmap }
  | { readonly kind: 'failed'; readonly number: number; readonly reason: string };
