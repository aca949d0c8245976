// What is used of pdf.js, and the parts a page's text goes through. Its own types need those of a browser.

/** a, b, c, d, e, f of a PDF's transformation. */
export type Matrix = readonly [number, number, number, number, number, number];

/** As a list or, from pdf.js, as an array of floats. */
export function isMatrix(value: unknown): value is Matrix {
  return (
    (Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array) &&
    value.length === 6 &&
    value.every(Number.isFinite)
  );
}

export interface PdfTextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

export interface PdfTextChunk {
  readonly items: readonly (PdfTextItem | { readonly type: string })[];
  readonly styles: Readonly<Record<string, PdfTextStyle>>;
}

export interface PdfTextStyle {
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
}

export interface StyledItem {
  readonly item: PdfTextItem;
  readonly style: PdfTextStyle | undefined;
}

export interface PdfAnnotation {
  readonly id: string;
  readonly subtype?: string;
  readonly rect: readonly [number, number, number, number];
  readonly quadPoints?: ArrayLike<number> | null;
  readonly color?: ArrayLike<number> | null;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly textContent?: readonly string[];
  readonly modificationDate?: string | null;
  readonly creationDate?: string | null;
  readonly inReplyTo?: string | null;
  readonly stateModel?: string | null;
  readonly hidden?: boolean;
  readonly password?: boolean;
  readonly fieldValue?: unknown;
  readonly fieldType?: string | null;
  readonly hasAppearance?: boolean;
  readonly url?: string;
  readonly dest?: unknown;
}

export interface PdfViewport {
  readonly width: number;
  readonly height: number;
  readonly transform: Matrix;
}

export interface PdfOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

export interface PdfPageProxy {
  readonly commonObjs: { has(name: string): boolean; get(name: string): unknown };
  getOperatorList(options: object): Promise<PdfOperators>;
  getViewport(options: { readonly scale: number }): PdfViewport;
  streamTextContent(options: object): {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: PdfTextChunk }>;
    };
  };
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  cleanup(): boolean;
}

export interface PdfOutlineNode {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly PdfOutlineNode[];
}

export interface PdfDocumentProxy {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPageProxy>;
  getPageLabels(): Promise<readonly string[] | null>;
  getOutline(): Promise<readonly PdfOutlineNode[] | null>;
  getDestination(name: string): Promise<readonly unknown[] | null>;
  getPageIndex(reference: unknown): Promise<number>;
  cachedPageNumber(reference: unknown): number | null;
  getMetadata(): Promise<{
    readonly info: Readonly<Record<string, unknown>>;
    readonly metadata: { get(name: string): unknown } | null;
  }>;
}

/** A stretch of a line, in a frame turned so that its text runs from left to right; points, downwards. */
interface Stretch {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly up: number;
  readonly down: number;
  readonly angle: number;
  readonly font: string;
  readonly rightToLeft: boolean;
}

/** Glyphs that the source draws in one go. */
export interface Piece extends Stretch {
  /** The source has a space before it. */
  readonly apart: boolean;
}

/** Pieces that stand in one line without a gap wider than words have. */
export interface Fragment extends Stretch {
  /** Where its pieces lie in its text, for marks and links on single words. */
  readonly pieces: readonly PlacedPiece[];
}

export interface PlacedPiece {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
  readonly raised: boolean;
  readonly rightToLeft: boolean;
}

export interface ReadPage {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly transform: Matrix;
  readonly fragments: readonly Fragment[];
  readonly annotations: readonly PdfAnnotation[];
  /** Something of it could not be read. */
  readonly broken: boolean;
  /** Reading it took too long, so some of its text or all of it is missing. */
  readonly cutShort: boolean;
}

/** Fragments side by side, read as one line. */
export interface Line {
  readonly fragments: readonly Fragment[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly angle: number;
  readonly font: string;
  /** Parts of it stand far apart, as in a table. */
  readonly tabular: boolean;
}
