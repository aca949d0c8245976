import type { DocumentContent, DocumentDetails } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';

/** What the importer of one format makes of a source; `composeText` strings its blocks into the canonical text. */
export interface ImportedDraft {
  readonly title: string;
  readonly details: DocumentDetails;
  readonly blocks: readonly DraftBlock[];
}

export interface ImportOptions {
  readonly variant: DocumentContent['variant'];
}

export type Importer = (source: string, name: string, options: ImportOptions) => ImportedDraft;
