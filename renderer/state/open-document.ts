import type { SectionContent, SectionInfo } from '../../core/contract.ts';
import type {
  DocumentDetails,
  DocumentEntry,
  ReadingPlace,
  SourceMark,
  SourceNotice,
} from '../../core/model/document.ts';
import type { OutlineItem } from '../../core/text/outline.ts';
import type { OpenPages } from './open-pages.ts';

/** The document on screen. Its text comes section by section; a section that is not here yet is an empty box. */
export interface OpenDocument {
  readonly entry: DocumentEntry;
  readonly details: DocumentDetails;
  readonly sections: readonly SectionInfo[];
  readonly outline: readonly OutlineItem[];
  readonly loaded: ReadonlyMap<number, SectionContent>;
  /** Where reading goes on. */
  readonly place: ReadingPlace | null;
  /** How the source was taken, as far as the reader should know. */
  readonly notices: readonly SourceNotice[];
  /** The file of its cover among its pictures. */
  readonly cover: string | null;
  /** The marks that the source itself holds; empty until they are here. */
  readonly sourceMarks: readonly SourceMark[];
  /** Null where the document has none. */
  readonly pages: OpenPages | null;
}
