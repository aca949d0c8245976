// What pdf.js draws on where there is no document: canvases without elements, and no SVG filters.

interface Drawn {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

export class CanvasFactory {
  create(width: number, height: number): Drawn {
    if (width <= 0 || height <= 0) throw new Error(`a canvas of ${width} × ${height}`);
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: Drawn, width: number, height: number): void {
    if (canvas === null || width <= 0 || height <= 0) {
      throw new Error(`a canvas of ${width} × ${height}`);
    }
    canvas.width = width;
    canvas.height = height;
  }

  destroy(drawn: Drawn): void {
    if (drawn.canvas !== null) {
      drawn.canvas.width = 0;
      drawn.canvas.height = 0;
    }
    drawn.canvas = null;
    drawn.context = null;
  }
}

/** Filters need an SVG in a document: pictures are drawn without them. */
export class FilterFactory {
  addFilter(): string {
    return 'none';
  }

  addHCMFilter(): string {
    return 'none';
  }

  addAlphaFilter(): string {
    return 'none';
  }

  addLuminosityFilter(): string {
    return 'none';
  }

  addHighlightHCMFilter(): string {
    return 'none';
  }

  destroy(): void {
    // Nothing was made.
  }
}
