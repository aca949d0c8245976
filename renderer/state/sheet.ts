import type { Annotation } from '../../core/model/annotation.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';

/** What lies over the whole page: the codebook, the passages of a tag, or the review that splits a tag. `back`: closed, it goes back to that tag in the codebook. */
export type Sheet =
  | { readonly kind: 'codebook'; readonly tag: TagId | null }
  | { readonly kind: 'passages'; readonly back: TagId | null }
  | { readonly kind: 'split'; readonly back: TagId | null };

/** What becomes of a passage when its tag is split in two. */
export type Verdict = 'first' | 'second' | 'both' | 'neither';

/** A review that is under way; it waits where it is until it is applied or given up. */
export interface Split {
  readonly tag: TagId;
  readonly second: Tag;
  /** The passage that is looked at, by its place among all. */
  readonly at: number;
  /** In the order of sorting, so that the last one can be taken back. */
  readonly sorted: ReadonlyMap<Annotation['id'], Verdict>;
}
