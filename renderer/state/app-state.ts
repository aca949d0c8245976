import type {
  Backup,
  Bin,
  CodebookPreview,
  Failure,
  HistoryItem,
  ImportProgress,
  ImportRun,
  Notice,
  Started,
} from '../../core/contract.ts';
import { noTagKeys, type TagKeys } from '../../core/codebook/tag-keys.ts';
import { MarkIndex } from '../../core/highlight/mark-index.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentEntry, ReadingPlace } from '../../core/model/document.ts';
import { defaultSettings } from '../../core/model/default-settings.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { FindHits, FindQuery } from '../../core/search/find-query.ts';
import { allPassages, type PassageQuery } from '../../core/search/passage-query.ts';
import type { Span } from '../../core/model/span.ts';
import type { Item } from '../../core/model/item.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { noAutoTag, type AutoTag } from './auto-tag.ts';
import type { FoundMarks } from './found-marks.ts';
import type { FoundPassages } from './found-passages.ts';
import type { MarkCounts } from './mark-counts.ts';
import { noFilter, type MarkFilter } from './mark-filter.ts';
import type { OpenDocument } from './open-document.ts';
import type { FirstLook } from './open-pages.ts';
import type { Sheet, Split } from './sheet.ts';

/** Where the reader was before a jump. */
export interface PlaceBefore {
  /** Of the first whole line on screen, and how far below the edge that stood, px. */
  readonly offset: number;
  readonly below: number;
  /** Of the link that was followed, and of the caret. */
  readonly link: number | null;
  readonly caret: number | null;
}

/** The places before and after the one on screen, the nearest last. Of the text on screen alone. */
export interface Travel {
  readonly back: readonly PlaceBefore[];
  readonly forward: readonly PlaceBefore[];
  /** Where the last jump led. */
  readonly arrived: number;
}

export const noTravel: Travel = { back: [], forward: [], arrived: 0 };

/**
 * What changed in the marks. A new object for every change. Where all marks were read anew, `state.marks` is another index
 * and `before` and `after` are empty.
 */
export interface MarksChange {
  /** The stretches of text whose look is different now. */
  readonly spans: readonly Span[];
  /** The marks of this text as they were and as they are: a changed one is in both. */
  readonly before: readonly Annotation[];
  readonly after: readonly Annotation[];
}

export const noChange: MarksChange = { spans: [], before: [], after: [] };

/** The search in the open text, while its bar is open. `hits` is a new object for each answer. */
export interface Find {
  readonly query: FindQuery;
  readonly hits: FindHits | null;
  /** Index of the hit that the reader stands at; -1 for none. */
  readonly current: number;
  readonly searching: boolean;
  /** Why nothing could be sought, in words: a broken expression, the time limit. */
  readonly problem: string | null;
}

/** In CSS px of the window. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A selection that is no mark yet, or a mark. */
export type OneTarget =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'mark'; readonly id: AnnotationId };
/** What a command works on. */
export type Target = OneTarget | { readonly kind: 'marks'; readonly ids: readonly AnnotationId[] };

/** The card over the text, and what it works on. */
export interface TagOverlay {
  readonly kind: 'tag';
  readonly target: Target;
  readonly anchor: Rect;
}
export interface NoteOverlay {
  readonly kind: 'note';
  readonly target: OneTarget;
  readonly anchor: Rect;
}
export type Overlay = TagOverlay | NoteOverlay;

export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: Failure; readonly waiting: number };

/** A place that the reader is to show; a new object for every request, so that going there twice works. */
export interface Jump {
  readonly span: Span;
  readonly flash: boolean;
  /** Height that something covers at the top of the page, px: the passage is shown below it. */
  readonly covered?: number;
  /** Going back: that line stands where it stood. */
  readonly back?: PlaceBefore;
  /** The caret, where it is shown, goes too; the place before is the last of that stack. */
  readonly travels?: 'back' | 'forward';
  /** A whole page is meant, by its index; it may be without text. */
  readonly page?: number;
}

export interface Toast {
  readonly id: string;
  readonly tone: 'info' | 'warning' | 'error';
  readonly message: string;
  /** Offers to take the last edit back. */
  readonly undo: boolean;
}

export type Panel =
  | 'typography'
  | 'contents'
  | 'keys'
  | 'history'
  | 'bin'
  | 'backups'
  | 'go-to'
  | 'filters'
  | 'palette'
  | 'link'
  | 'auto-tag'
  | 'memo'
  | 'library-memo'
  | null;

/** What main keeps so that nothing is lost, as the panels of it show it; null until asked for. */
export interface Care {
  readonly history: readonly HistoryItem[] | null;
  readonly bin: Bin | null;
  readonly backups: readonly Backup[] | null;
  /** Why the last request came to nothing; said in the panel, because a toast would lie under it. */
  readonly problem: string | null;
  /** A request is on its way. */
  readonly busy: boolean;
}

export const noCare: Care = {
  history: null,
  bin: null,
  backups: null,
  problem: null,
  busy: false,
};

/** Where the reading caret stands, and from where it selects; null: it selects nothing. */
export interface Caret {
  readonly offset: number;
  readonly anchor: number | null;
}

export interface AppState {
  readonly about: Pick<Started, 'version' | 'platform' | 'libraryPath' | 'open' | 'late'> | null;
  readonly settings: Settings;
  readonly documents: readonly DocumentEntry[];
  readonly places: Readonly<Record<string, ReadingPlace>>;
  readonly tags: ReadonlyMap<TagId, Tag>;
  /** Rules, saved filters, bookmarks and the library's memo. */
  readonly items: ReadonlyMap<Item['id'], Item>;
  /** Newest first; filled from use in this session and from the marks of the open document. */
  readonly recentTags: readonly TagId[];
  /** What was chosen in the palette, newest first, by the keys of its entries. */
  readonly recentChoices: readonly string[];
  /** What the digits give. */
  readonly tagKeys: TagKeys;
  /** Selected passages are marked with it at once. */
  readonly armed: TagId | null;
  readonly counts: MarkCounts | null;
  readonly history: { readonly undo: string | null; readonly redo: string | null };
  readonly document: OpenDocument | null;
  /** Opening takes a moment with a big text: what is on its way, and why the last one could not be opened. */
  readonly opening: DocumentEntry['id'] | null;
  readonly openFailure: Failure | null;
  readonly marks: MarkIndex;
  readonly marksChange: MarksChange;
  readonly saving: Saving;
  readonly selection: Span | null;
  /** Null while it is off. */
  readonly caret: Caret | null;
  readonly active: AnnotationId | null;
  /** Marks chosen in the list, in the order they were; while there are any, nothing is selected in the text. */
  readonly chosen: ReadonlySet<AnnotationId>;
  /** Marks of other texts that marks of this one are linked with. */
  readonly linked: ReadonlyMap<AnnotationId, Annotation>;
  /** The next mark that is pressed is linked from this one. */
  readonly linking: { readonly from: Annotation; readonly kind: string } | null;
  readonly overlay: Overlay | null;
  readonly panel: Panel;
  readonly care: Care;
  readonly filter: MarkFilter;
  /** What the filter finds in the other texts, while its scope is the whole library. */
  readonly found: FoundMarks | null;
  /** What lies over the page; null for the text itself. */
  readonly sheet: Sheet | null;
  /** Which passages the sheet of passages shows, and those that are here. */
  readonly passageQuery: PassageQuery;
  readonly passages: FoundPassages | null;
  readonly split: Split | null;
  /** What a codebook from a file would do, until it is taken or left. */
  readonly codebookPreview: CodebookPreview | null;
  readonly find: Find | null;
  readonly autoTag: AutoTag;
  readonly jump: Jump | null;
  readonly travel: Travel;
  /** The offset of the first line on screen and the share of the text above its end. */
  readonly reading: {
    readonly offset: number;
    readonly progress: number;
    /** The page at the upper edge and how far down it, while pages are shown: 2.5 is the middle of the third. */
    readonly page?: number;
  };
  /** Files on their way in; null while there are none. */
  readonly importing: ImportProgress | null;
  readonly firstLook: FirstLook | null;
  /** What came of many files, until the reader has seen it. */
  readonly importReport: ImportRun | null;
  readonly toasts: readonly Toast[];
  readonly notices: readonly Notice[];
  /** Said once by the live region. */
  readonly announcement: string;
  readonly dragging: boolean;
}

export const initialState = (): AppState => ({
  about: null,
  settings: defaultSettings,
  documents: [],
  places: {},
  tags: new Map(),
  items: new Map(),
  recentTags: [],
  recentChoices: [],
  tagKeys: noTagKeys,
  armed: null,
  counts: null,
  history: { undo: null, redo: null },
  document: null,
  opening: null,
  openFailure: null,
  marks: new MarkIndex(),
  marksChange: noChange,
  saving: { kind: 'saved' },
  selection: null,
  caret: null,
  active: null,
  chosen: new Set(),
  linked: new Map(),
  linking: null,
  overlay: null,
  panel: null,
  care: noCare,
  filter: noFilter,
  found: null,
  sheet: null,
  passageQuery: allPassages,
  passages: null,
  split: null,
  codebookPreview: null,
  find: null,
  autoTag: noAutoTag,
  jump: null,
  travel: noTravel,
  reading: { offset: 0, progress: 0 },
  importing: null,
  firstLook: null,
  importReport: null,
  toasts: [],
  notices: [],
  announcement: '',
  dragging: false,
});

export function activeMark(state: AppState): Annotation | null {
  return state.active === null ? null : (state.marks.get(state.active) ?? null);
}

/** What a command works on: the selection, or else the chosen marks, or else the active one. */
export function currentTarget({ selection, chosen, active }: AppState): Target | null {
  if (selection !== null) return { kind: 'span', span: selection };
  if (chosen.size > 0) return { kind: 'marks', ids: [...chosen] };
  return active === null ? null : { kind: 'mark', id: active };
}
