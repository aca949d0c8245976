import { imageSize } from 'image-size';
import type { Picture } from '../../core/model/block.ts';
import type { ImportedDraft, PictureFile } from './imported-draft.ts';
import { mostPixels, type ImportLimits } from './limits.ts';

const endings: Readonly<Partial<Record<string, string>>> = {
  png: 'png',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  svg: 'svg',
  avif: 'avif',
  bmp: 'bmp',
};

export interface TakenPictures {
  readonly byKey: ReadonlyMap<string, Picture>;
  readonly files: readonly PictureFile[];
  readonly leftOut: number;
}

/**
 * The pictures of a draft that a window can show, as files with names of our own. Type and size come from the bytes.
 * What is of no known kind, too large, or too much in all is left out and counted.
 */
export function takePictures(
  pictures: NonNullable<ImportedDraft['pictures']>,
  limits: ImportLimits,
): TakenPictures {
  const byKey = new Map<string, Picture>();
  const files: PictureFile[] = [];
  let leftOut = 0;
  let total = 0;
  for (const [key, bytes] of pictures) {
    const facts = bytes.length > limits.largestPicture ? null : pictureFacts(bytes);
    if (facts === null || total + bytes.length > limits.pictureBytes) {
      leftOut += 1;
      continue;
    }
    total += bytes.length;
    const file = `p${files.length + 1}.${facts.ending}`;
    files.push({ file, bytes });
    byKey.set(key, { file, width: facts.width, height: facts.height });
  }
  return { byKey, files, leftOut };
}

export interface PictureFacts {
  readonly ending: string;
  readonly width: number;
  readonly height: number;
}

/** Null for what no window shows. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    const ending = endings[type ?? ''];
    if (ending === undefined || !(width > 0) || !(height > 0)) return null;
    if (width * height > mostPixels) return null;
    // Turned by a quarter, as cameras note it.
    return orientation >= 5 ? { ending, width: height, height: width } : { ending, width, height };
  } catch {
    return null; // Whatever keeps its size from being read would keep it from being shown.
  }
}
