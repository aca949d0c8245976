/** A place in the library that a `commonplace://` link opens. */
export interface PlaceLink {
  readonly document: string;
  readonly mark: string | null;
}

export const linkScheme = 'commonplace';

const shape =
  /^commonplace:\/\/open\/?\?document=([a-z0-9-]{6,64})(?:&mark=([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))?$/;

export function placeLink({ document, mark }: PlaceLink): string {
  return `${linkScheme}://open?document=${document}${mark === null ? '' : `&mark=${mark}`}`;
}

/**
 * Null for all that this program would not have written: a link comes from anywhere, and names a place, never a file, a
 * command or another host.
 */
export function parsePlaceLink(link: string): PlaceLink | null {
  const [, document, mark = null] = shape.exec(link) ?? [];
  return document === undefined ? null : { document, mark };
}
