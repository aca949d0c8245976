/** The picture of a page, filling its box. */
export function paperPicture(drawn: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'paper-picture';
  canvas.ariaHidden = 'true';
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn);
  return canvas;
}
