import type { BlockWriter } from './block-writer.ts';
import type { Comment, OfficeComments } from './office-comments.ts';
import type { OfficeNotes } from './office-notes.ts';
import type { OfficePictures } from './office-pictures.ts';
import type { OdtStyles } from './odt-styles.ts';
import type { XmlElement } from './xml.ts';

/** What the walk through an OpenDocument text reads and writes. */
export interface OdtContext {
  readonly writer: BlockWriter;
  readonly styles: OdtStyles;
  readonly notes: OfficeNotes;
  readonly comments: OfficeComments;
  readonly commentTexts: Map<string, Comment>;
  readonly replies: Map<string, Comment[]>;
  readonly pictures: OfficePictures;
  /** Pictures that stand in the XML itself, by the keys that they got. */
  readonly embedded: Map<string, XmlElement>;
  /** The root of an object in the package: a formula, a chart. */
  readonly object: (href: string) => XmlElement | null;
  readonly noteBodies: Map<string, XmlElement>;
  readonly seen: { changes: boolean; formulas: number; leftOut: number };
  title: string | null;
}
