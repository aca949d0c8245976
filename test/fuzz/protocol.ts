import type { FuzzKind } from './seeds.ts';
import type { Tried } from './try-mutant.ts';

/** What a child is asked to do: mutants by their numbers, `to` not included. */
export interface Portion {
  readonly kind: FuzzKind;
  /** The folder of real files; what is not there has none. */
  readonly corpus: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export type ChildSays =
  | { readonly number: number; readonly state: 'begun' }
  | {
      readonly number: number;
      readonly state: 'done';
      readonly tried: Tried;
      readonly milliseconds: number;
      /** The most memory that the child ever held, in bytes. */
      readonly peak: number;
    }
  /** All done, and what is still held after the garbage is collected. */
  | { readonly state: 'rested'; readonly resident: number };
