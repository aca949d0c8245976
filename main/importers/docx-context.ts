import type { BlockWriter } from './block-writer.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import type { DocxStyles } from './docx-styles.ts';
import { FieldStack } from './field-stack.ts';
import type { OfficeComments } from './office-comments.ts';
import type { OfficeNotes } from './office-notes.ts';
import type { OfficePictures } from './office-pictures.ts';
import type { Relationships } from './ooxml-package.ts';
import type { NumberFormat } from './number-formats.ts';
import type { XmlElement } from './xml.ts';

/** What the walk through a Word document reads and writes. */
export interface DocxContext {
  readonly writer: BlockWriter;
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  readonly notes: OfficeNotes;
  readonly comments: OfficeComments;
  readonly pictures: OfficePictures;
  /** Another part of the package as XML. */
  readonly part: (path: string) => XmlElement | null;
  readonly noteFormats: Readonly<Record<'footnote' | 'endnote', NumberFormat>>;
  /** Numbers given so far. */
  readonly noteCounts: Record<'footnote' | 'endnote', number>;
  readonly seen: { changes: boolean; forms: boolean; formulas: number; leftOut: number };
  /** The text of the first paragraph that is styled as the title. */
  title: string | null;
}

/** Where the walk is: in a part of the package, and in the fields that are open there. */
export interface DocxPlace {
  readonly relationships: Relationships;
  readonly fields: FieldStack;
  /** Text boxes that the paragraph holds: they are read after it. */
  readonly boxes: XmlElement[];
  /** True until a note has text: the space after its number is ours. */
  fresh: boolean;
}

export function placeIn(relationships: Relationships, fresh = false): DocxPlace {
  return { relationships, fields: new FieldStack(), boxes: [], fresh };
}
