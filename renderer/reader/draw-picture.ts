import { readerMessages } from '../../core/messages/en/reader.ts';
import type { Picture } from '../../core/model/block.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { element } from './element.ts';

/** Where main/shell/picture-answer.ts serves a picture; by its whole name, so that pages served otherwise find it too. */
export function pictureAddress(document: DocumentId, file: string): string {
  return `app://commonplace/pictures/${document}/${file}`;
}

/**
 * A picture in its own size, smaller where there is no room for it. The room is there before the picture is, and also
 * where it never comes. It is no text: offsets do not see it.
 */
export function drawPicture(
  document: DocumentId,
  { file, width, height }: Picture,
  alternative: string,
): HTMLElement {
  const image = element('img', {
    class: 'picture',
    alt: alternative,
    width: Math.round(width),
    height: Math.round(height),
    loading: 'lazy',
    decoding: 'async',
    draggable: 'false',
  });
  sized(image, width, height);
  image.addEventListener('error', () => {
    const missing = element('span', {
      class: 'picture picture-missing',
      role: 'img',
      'aria-label': alternative === '' ? readerMessages.noPicture : alternative,
      'data-words': readerMessages.noPicture,
    });
    sized(missing, width, height);
    image.replaceWith(missing);
  });
  image.setAttribute('src', pictureAddress(document, file));
  return image;
}

function sized(picture: HTMLElement, width: number, height: number): void {
  picture.style.setProperty('--width', String(width));
  picture.style.setProperty('--height', String(height));
}
