import type { ListPlace } from '../../core/model/block.ts';
import type { DraftAnchor, DraftBlock } from '../../core/text/draft.ts';
import type { ReadElement } from './dom-types.ts';
import type { HtmlPage, PageImage } from './html-page.ts';
import { deepestPlace } from './limits.ts';
import { TextRun, type RunImage } from './text-run.ts';

/** Where the walk stands: what the elements around make of a run of text. */
export interface Place {
  readonly heading: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly quote: number;
  readonly listDepth: number;
  /** The block element around. */
  readonly element: ReadElement;
}

type BlockOf<B> = B extends DraftBlock ? Omit<B, 'quote' | 'list' | 'origin' | 'anchors'> : never;

/** Takes text as it flows in and makes blocks of it, each with the anchors that stand before it or in it. */
export class BlockWriter {
  readonly blocks: DraftBlock[] = [];
  readonly run = new TextRun();
  /** The mark of a list item, until its first block takes it. */
  marker: string | null = null;
  private waiting: DraftAnchor[] = [];

  constructor(private readonly page: HtmlPage) {}

  /** Ends the run of text: what comes next stands apart. */
  flush(place: Place): void {
    const images = this.run.images();
    const { text, inlines, anchors } = this.run.take();
    if (images.length > 0) {
      this.waiting.push(...anchors.map(({ name }) => ({ name, at: 0 })));
      for (const image of images) this.pushImage(image, place);
    } else if (text === '') {
      this.waiting.push(...anchors);
    } else if (place.heading === null) {
      this.push({ kind: 'paragraph', text, inlines }, place, anchors);
    } else {
      const line = text.replace(/\n/g, ' ');
      this.push({ kind: 'heading', level: place.heading, text: line, inlines }, place, anchors);
    }
  }

  /** A block of its own, after the run has been ended. */
  push(
    block: BlockOf<DraftBlock>,
    place: Place,
    inside: readonly DraftAnchor[] = [],
    origin = this.page.origin(place.element),
  ): void {
    const anchors = [...this.waiting, ...inside];
    this.waiting = [];
    this.blocks.push({
      ...block,
      ...this.context(place),
      ...(anchors.length > 0 && { anchors }),
      ...(origin !== undefined && { origin }),
    });
  }

  anchor(names: readonly string[]): void {
    for (const name of names) this.run.anchor(name);
  }

  /** A picture among the words, or one that breaks the run. */
  image(image: PageImage, place: Place): void {
    if (!image.large) {
      this.run.writePicture(image.picture, image);
      return;
    }
    this.flush(place);
    this.pushImage(image, place);
  }

  /** What waits for a block and finds none, for the text that comes after. */
  end(place: Place): readonly DraftBlock[] {
    this.flush(place);
    if (this.waiting.length > 0) this.push({ kind: 'paragraph', text: '', inlines: [] }, place);
    return this.blocks;
  }

  private pushImage({ text, picture, origin }: RunImage, place: Place): void {
    const block = { kind: 'image', text, ...(picture !== undefined && { picture }) } as const;
    this.push(block, place, [], origin);
  }

  private context(place: Place): { readonly quote: number; readonly list: ListPlace | null } {
    const quote = Math.min(place.quote, deepestPlace);
    if (place.listDepth === 0) return { quote, list: null };
    const marker = this.marker;
    this.marker = null;
    return { quote, list: { depth: Math.min(place.listDepth, deepestPlace), marker } };
  }
}
