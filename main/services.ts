import type { SearchedText } from '../core/autotag/find-passages.ts';
import type { FoundPassage } from '../core/autotag/query.ts';
import type { EventName, EventPayload, Notice, Result, RuleQuery } from '../core/contract.ts';
import type { Stamp } from '../core/edit/patch.ts';
import type { DocumentEntry, DocumentId } from '../core/model/document.ts';
import type { FindHits, FindQuery } from '../core/search/find-query.ts';
import type { Settings } from '../core/model/settings.ts';
import type { ImportSettings } from './importers/import-host.ts';
import type { ImportedDocument } from './importers/imported-draft.ts';
import type { Library } from './store/library-types.ts';
import type { SmallStore } from './store/settings-store.ts';

// What handlers and actions work with. The shell gives the Electron side of it, tests give their own.

/** Reads sources; nothing it does touches the library. */
export interface Importer {
  readonly readFile: (path: string) => Promise<Result<SourceFile>>;
  readonly importSource: (
    bytes: Uint8Array,
    name: string,
    options: ImportSettings,
  ) => Promise<Result<ImportedDocument>>;
  /** Ends all that is being read with `cancelled`. */
  readonly cancel: () => void;
}

export interface SourceFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Finds words in a text. The newest search wins: those before end with `cancelled`. */
export interface Search {
  readonly find: (text: string, query: FindQuery) => Promise<Result<FindHits>>;
}

/** As the system's dialogs show it. */
export interface FileType {
  readonly name: string;
  readonly extension: string;
}

/** Follows rules through texts, one text after the other; `stop` ends the one at work with `cancelled`. */
export interface RuleFollower {
  readonly passages: (
    searched: SearchedText,
    rule: RuleQuery,
  ) => Promise<Result<readonly FoundPassage[]>>;
  readonly stop: () => void;
}

export interface Dialogs {
  /** Paths of the files chosen; none where the reader thought better of it. */
  readonly pickFiles: () => Promise<readonly string[]>;
  readonly pickFolder: () => Promise<string | null>;
  /** The path of a codebook. */
  readonly pickCodebook: () => Promise<string | null>;
  readonly pickSavePath: (name: string, kind: FileType) => Promise<string | null>;
  /** Whether to close although changes would be lost by it. */
  readonly confirmClose: (waiting: number, why: string) => Promise<boolean>;
}

/** What came of the files that the program was started with. */
export interface StartFiles {
  readonly documents: readonly DocumentEntry[];
  readonly open: DocumentId | null;
  readonly notices: readonly Notice[];
}

/** What the start found to do: files named on the command line, a library without texts. */
export interface Startup extends Pick<StartFiles, 'open' | 'notices'> {
  /** Files that take longer than a window should wait for. */
  readonly late: Promise<StartFiles> | null;
}

export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export interface Services {
  readonly version: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly library: Library;
  /** `save` throws the system's error where the disk does not take it. */
  readonly settings: SmallStore<Settings>;
  readonly importer: Importer;
  readonly search: Search;
  readonly rules: RuleFollower;
  readonly dialogs: Dialogs;
  readonly clipboard: { readonly writeText: (text: string) => Promise<void> };
  /** Hands an address to the system; handlers have checked that it is a web or mail address. */
  readonly opener: { readonly open: (href: string) => Promise<void> };
  readonly recent: { readonly add: (path: string) => void };
  readonly emit: Emit;
  readonly stamp: Stamp;
  /** Settled when the window can be drawn. */
  readonly startup: Promise<Startup>;
}
