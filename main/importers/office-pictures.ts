import type { BlockWriter } from './block-writer.ts';
import type { SourceNotice } from '../../core/model/document.ts';

/** Alternative texts that say nothing: names of files, and what programs call a picture that nobody described. */
const nameless =
  /^(?:(?:https?|file):\S+|.{0,200}\.(?:png|jpe?g|gif|bmp|tiff?|wmf|emf|svg|webp)|(?:picture|image|graphic|bild|grafik|grafik|photo|logo|immagine|imagen|afbeelding)[ _]?\d*)$/i;

/** The pictures that the text names, by their keys; each is read once. */
export class OfficePictures {
  readonly taken = new Map<string, Uint8Array>();
  #notFetched = 0;
  #missing = 0;

  constructor(
    private readonly writer: BlockWriter,
    private readonly read: (key: string) => Uint8Array | null,
  ) {}

  put(key: string, alternative: string): void {
    if (!this.taken.has(key)) {
      const bytes = this.read(key);
      if (bytes === null) this.#missing += 1;
      else this.taken.set(key, bytes);
    }
    this.writer.line.picture(key, described(alternative));
  }

  /** A picture that is named by an address: nothing is fetched. */
  elsewhere(alternative: string): void {
    this.#notFetched += 1;
    this.writer.line.picture('', described(alternative));
  }

  notices(): SourceNotice[] {
    return [
      ...counted('pictures-not-fetched', this.#notFetched),
      ...counted('parts-left-out', this.#missing),
    ];
  }
}

export function counted(kind: SourceNotice['kind'], count: number): SourceNotice[] {
  return count > 0 ? [{ kind, count }] : [];
}

function described(alternative: string): string {
  const text = alternative
    .replace(/\s+/g, ' ')
    .replace(
      / ?(?:Description automatically generated|Automatisch generierte Beschreibung).*$/i,
      '',
    )
    .trim();
  return nameless.test(text) ? '' : text.slice(0, 2000);
}
