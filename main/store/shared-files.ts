import { join } from 'node:path';
import {
  changesBetween,
  entryChange,
  itemChange,
  markChange,
  sameVersions,
  tagChange,
  type MergeChanges,
} from '../../core/merge/changes-between.ts';
import type { SharedName } from '../../core/merge/conflict-name.ts';
import { mergeVersions } from '../../core/merge/merge-versions.ts';
import { settleTags } from '../../core/merge/settle-tags.ts';
import {
  entryKind,
  itemKind,
  markKind,
  tagKind,
  type Mergeable,
  type MergeKind,
  type Versions,
} from '../../core/merge/versions.ts';
import type { Change } from '../../core/edit/patch.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { itemsFile, libraryFile, tagsFile, type FileKind } from '../../core/model/library-files.ts';
import { entriesOf, itemsOf, tagsOf } from './catalogue.ts';
import { decodeFile, type Decoded } from './envelope.ts';
import { annotationsOf, versionsOf } from './marks-store.ts';
import type { OpenParts } from './open-parts.ts';
import type { SeenFile } from './seen-file.ts';

/** What a version from outside would change, worked out before it is taken in. */
export interface Merge extends MergeChanges {
  /** Takes it in; `rewrite` where the file does not say all that is in memory then. */
  readonly land: () => void;
  readonly rewrite: boolean;
}

/** One of the files that others may write too. */
export interface SharedFile {
  /** Its path within the library, for messages. */
  readonly name: string;
  readonly path: string;
  readonly seen: SeenFile;
  readonly decode: (bytes: Uint8Array) => Decoded<() => Merge>;
  readonly writeAgain: () => void;
}

interface Source<E extends Mergeable, D> {
  readonly name: string;
  readonly seen: SeenFile;
  readonly file: FileKind<D>;
  readonly kind: MergeKind<E>;
  readonly versionsIn: (data: D) => Versions<E>;
  readonly current: () => Versions<E>;
  readonly changeOf: (pair: { id: string; before: E | null; after: E | null }) => Change;
  readonly settle: (merged: Versions<E>) => Versions<E>;
  readonly absorb: (versions: Versions<E>) => void;
  readonly writeAgain: () => void;
}

export function sharedCatalogue({
  context,
  catalogue,
  journal,
  checkpointer,
}: OpenParts): readonly SharedFile[] {
  const { shelves, files } = catalogue;
  const library = shared(context.folder, {
    name: 'library.json',
    seen: files.document.file.seen,
    file: libraryFile,
    kind: entryKind,
    versionsIn: entriesOf,
    current: () => shelves.document.versions(),
    changeOf: entryChange,
    settle: (merged) => merged,
    absorb: (versions) => shelves.document.absorb(versions),
    writeAgain: () => catalogue.markDue('document', journal, checkpointer),
  });
  const tags = shared(context.folder, {
    name: 'tags.json',
    seen: files.tag.file.seen,
    file: tagsFile,
    kind: tagKind,
    versionsIn: tagsOf,
    current: () => shelves.tag.versions(),
    changeOf: tagChange,
    settle: settleTags,
    absorb: (versions) => shelves.tag.absorb(versions),
    writeAgain: () => catalogue.markDue('tag', journal, checkpointer),
  });
  const items = shared(context.folder, {
    name: 'items.json',
    seen: files.item.file.seen,
    file: itemsFile,
    kind: itemKind,
    versionsIn: itemsOf,
    current: () => shelves.item.versions(),
    changeOf: itemChange,
    settle: (merged) => merged,
    absorb: (versions) => shelves.item.absorb(versions),
    writeAgain: () => catalogue.markDue('item', journal, checkpointer),
  });
  return [library, tags, items];
}

/** The file of a document's marks; null as long as they are not loaded. */
export function sharedMarks({ context, marks }: OpenParts, id: DocumentId): SharedFile | null {
  const [file, loaded] = [marks.file(id), marks.get(id)];
  if (file === undefined || loaded === undefined) return null;
  return shared(context.folder, {
    name: `documents/${id}/${'annotations.json' satisfies SharedName}`,
    seen: file.seen,
    file: annotationsOf(id),
    kind: markKind,
    versionsIn: versionsOf,
    current: () => loaded.versions(),
    changeOf: markChange,
    settle: (merged) => merged,
    absorb: (versions) => marks.absorb(id, versions),
    writeAgain: () => marks.writeAgain(id),
  });
}

function shared<E extends Mergeable, D>(folder: string, source: Source<E, D>): SharedFile {
  const { name, seen, kind, current, changeOf } = source;
  const mergeWith = (data: D) => (): Merge => {
    const now = current();
    const theirs = source.versionsIn(data);
    const merged = source.settle(mergeVersions(now, theirs, kind));
    return {
      ...changesBetween(now, merged, kind, changeOf),
      rewrite: !sameVersions(merged, theirs),
      land: () => {
        source.absorb(merged);
      },
    };
  };
  return {
    name,
    path: join(folder, name),
    seen,
    decode(bytes) {
      const decoded = decodeFile(source.file, bytes);
      if (decoded.state === 'good') return { ...decoded, data: mergeWith(decoded.data) };
      return decoded.state === 'newer' ? { state: 'newer', data: null } : decoded;
    },
    writeAgain: source.writeAgain,
  };
}
