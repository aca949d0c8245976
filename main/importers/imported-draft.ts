import type {
  DocumentContent,
  DocumentDetails,
  DocumentFormat,
  SourceNotice,
} from '../../core/model/document.ts';
import type { DocumentPages } from '../../core/model/pages.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import type { ImportLimits } from './limits.ts';

/** What the importer of one format makes of a source; compose-document.ts strings its blocks into the canonical text. */
export interface ImportedDraft {
  readonly title: string;
  readonly details: DocumentDetails;
  readonly blocks: readonly DraftBlock[];
  /** Bytes of pictures by the key that blocks name them with; kinds that cannot be shown are dropped later on. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  readonly cover?: string;
  /** The source's own contents; `to` names an anchor. */
  readonly outline?: readonly DraftOutlineItem[];
  /** Files of the spine; `to` names an anchor. */
  readonly parts?: readonly { readonly name: string; readonly to: string }[];
  readonly notices?: readonly SourceNotice[];
  readonly marks?: readonly DraftMark[];
  readonly pages?: readonly DraftPage[];
}

export interface DraftOutlineItem {
  readonly level: number;
  readonly text: string;
  readonly to: string;
}

/** A mark in the source, between two anchors. */
export interface DraftMark {
  readonly from: string;
  readonly to: string;
  readonly colour: string | null;
  readonly note: string;
  readonly author: string | null;
  readonly date: string | null;
}

/** A page as it looks; its text is in the runs of the blocks. */
export interface DraftPage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly links: readonly {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
    /** An address, or the name of an anchor. */
    readonly to: { readonly href: string } | { readonly anchor: string };
  }[];
}

/** A document as the library takes it: what stands in document.json, and the files beside it. */
export interface ImportedDocument {
  readonly content: DocumentContent;
  readonly pictures: readonly PictureFile[];
  /** For pages.json; null for a text without pages. */
  readonly pages: DocumentPages | null;
}

export interface PictureFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  readonly variant: DocumentContent['variant'];
}

export interface Source {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The bytes as text, in the encoding that they seem to have; decoded once. */
  readonly text: () => string;
  readonly limits: ImportLimits;
}

/** Throws ImportRefused where the source cannot be read. No file, no network, no Node: only what it is given. */
export type Importer = (
  source: Source,
  options: ImportOptions,
) => ImportedDraft | Promise<ImportedDraft>;

/** `format` is what the library calls it: an MHTML file is a web page as well. */
export interface FormatImporter {
  readonly format: DocumentFormat;
  readonly load: () => Promise<Importer>;
}
