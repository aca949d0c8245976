import type { MarkColour } from '../model/colours.ts';

/** A tag as an exchange file tells of it; null for what the file does not say. */
export interface CodebookEntry {
  /** The id that the file gives it. */
  readonly guid: string | null;
  /** The names from the top of the tree to its own. */
  readonly path: readonly string[];
  readonly colour: MarkColour | null;
  readonly description: string | null;
  readonly whenToUse: string | null;
  readonly whenNot: string | null;
  readonly aliases: readonly string[];
}

/** Why a file is no codebook; `line` from 1. */
export interface CodebookFault {
  readonly problem: 'no-names' | 'quote' | 'xml' | 'forbidden' | 'too-large' | 'no-codebook';
  readonly line: number;
}
