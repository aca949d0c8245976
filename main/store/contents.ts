import { join } from 'node:path';
import type { Result, SectionContent, SectionInfo } from '../../core/contract.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { DocumentContent, DocumentEntry, DocumentId } from '../../core/model/document.ts';
import type { DocumentPages } from '../../core/model/pages.ts';
import { documentFile, pagesFile } from '../../core/model/library-files.ts';
import { cutSections, type Section } from '../../core/text/sections.ts';
import type { DataFile } from './data-file.ts';
import { pagesName, picturePath, writeDerived, type DerivedFiles } from './derived-files.ts';
import { documentFolder, sourcePath } from './document-folder.ts';
import type { MarksStore } from './marks-store.ts';
import { failed, ok, reasonOf } from './outcome.ts';
import { openDataFile, type StoreContext } from './store-context.ts';

/** Makes the content anew from the source: the importers, handed in by whoever opens the library. */
export type Rebuild = (
  bytes: Uint8Array,
  name: string,
  variant: DocumentContent['variant'],
) => Promise<Result<Rebuilt>>;

/** A document made anew, and the files beside it. */
export interface Rebuilt extends DerivedFiles {
  readonly content: DocumentContent;
}

export interface OpenContent {
  readonly content: DocumentContent;
  readonly sections: readonly Section[];
  readonly derived: LoadedFiles;
}

/** What was read or made besides the text, as long as the text is in memory. */
interface LoadedFiles {
  pages: Promise<Result<DocumentPages>> | null;
  again: Promise<Result<Rebuilt>> | null;
}

const most = 3;

/** Texts and blocks of the documents in use; the few last ones stay in memory. */
export class Contents {
  readonly #context: StoreContext;
  readonly #marks: MarksStore;
  readonly #rebuild: Rebuild;
  readonly #recent = new Map<DocumentId, Promise<Result<OpenContent>>>();

  constructor(context: StoreContext, marks: MarksStore, rebuild: Rebuild) {
    this.#context = context;
    this.#marks = marks;
    this.#rebuild = rebuild;
  }

  async open(entry: DocumentEntry): Promise<Result<OpenContent>> {
    const { id } = entry;
    const found = this.#recent.get(id) ?? this.#load(entry);
    this.#recent.delete(id);
    this.#recent.set(id, found);
    for (const oldest of [...this.#recent.keys()].slice(0, -most)) this.#recent.delete(oldest);
    const result = await found;
    if (!result.ok) this.#recent.delete(id);
    return result;
  }

  /** The document is gone for good. */
  drop(id: DocumentId): void {
    this.#recent.delete(id);
  }

  async sections(entry: DocumentEntry): Promise<Result<readonly SectionInfo[]>> {
    const opened = await this.open(entry);
    if (!opened.ok) return opened;
    return ok(
      opened.value.sections.map(({ start, end, from, to, pictures }) => ({
        start,
        end,
        blocks: to - from,
        ...(pictures > 0 && { pictures }),
      })),
    );
  }

  async section(entry: DocumentEntry, index: number): Promise<Result<SectionContent>> {
    const opened = await this.open(entry);
    if (!opened.ok) return opened;
    const { content, sections } = opened.value;
    const section = sections[index];
    if (section === undefined) return failed('not-found', storeMessages.missingSection);
    const text = content.text.slice(section.start, section.end);
    return ok({ index, text, blocks: content.blocks.slice(section.from, section.to) });
  }

  async source(entry: DocumentEntry): Promise<Result<Uint8Array>> {
    const path = sourcePath(this.#context.folder, entry);
    if (path === null) return failed('not-found', storeMessages.missingDocument);
    try {
      return ok(await this.#context.files.read(path));
    } catch (error) {
      return failed('unreadable-file', storeMessages.noSource(entry.title, reasonOf(error)));
    }
  }

  /** Read once while the document is among the last used; made again from the source where the file is gone. */
  async pages(entry: DocumentEntry): Promise<Result<DocumentPages>> {
    const opened = await this.open(entry);
    if (!opened.ok) return opened;
    const { content, derived } = opened.value;
    if (content.paged !== true) return failed('not-found', storeMessages.missingPages);
    derived.pages ??= this.#loadPages(entry);
    const pages = await derived.pages;
    if (!pages.ok) derived.pages = null;
    return pages;
  }

  async picture(entry: DocumentEntry, file: string): Promise<Result<Uint8Array>> {
    const { files, folder } = this.#context;
    const path = picturePath(documentFolder(folder, entry.id), file);
    if (path === null) return failed('not-found', storeMessages.missingPicture);
    try {
      return ok(await files.read(path));
    } catch {
      const opened = await this.open(entry);
      if (!opened.ok) return opened;
      const { derived } = opened.value;
      derived.again ??= this.#makeAgain(entry);
      const made = await derived.again;
      const picture = made.ok ? made.value.pictures?.find((one) => one.file === file) : undefined;
      return picture === undefined
        ? failed('not-found', storeMessages.missingPicture)
        : ok(picture.bytes);
    }
  }

  async #loadPages(entry: DocumentEntry): Promise<Result<DocumentPages>> {
    const path = join(documentFolder(this.#context.folder, entry.id), pagesName);
    const kind = { ...pagesFile, schema: pagesFile.schema.nullable() };
    try {
      const file = await openDataFile<DocumentPages | null>(
        this.#context,
        path,
        kind,
        null,
        () => false,
      );
      if (file.data !== null) return ok(file.data);
      const made = await this.#makeAgain(entry);
      if (!made.ok) return made;
      const { pages } = made.value;
      return pages ? ok(pages) : failed('not-found', storeMessages.missingPages);
    } catch (error) {
      const name = `documents/${entry.id}/${pagesName}`;
      return failed('unreadable-file', storeMessages.unreadable(name, reasonOf(error)));
    }
  }

  async #load(entry: DocumentEntry): Promise<Result<OpenContent>> {
    const path = join(documentFolder(this.#context.folder, entry.id), 'document.json');
    try {
      const file = await openDataFile<DocumentContent | null>(
        this.#context,
        path,
        { ...documentFile, schema: documentFile.schema.nullable() },
        null,
        () => false,
      );
      const content = await this.#contentOf(entry, file);
      if (!content.ok) return content;
      const { blocks, text } = content.value;
      const sections = cutSections(blocks, text.length);
      return ok({ content: content.value, sections, derived: { pages: null, again: null } });
    } catch (error) {
      const name = `documents/${entry.id}/document.json`;
      return failed('unreadable-file', storeMessages.unreadable(name, reasonOf(error)));
    }
  }

  async #contentOf(
    entry: DocumentEntry,
    file: DataFile<DocumentContent | null>,
  ): Promise<Result<DocumentContent>> {
    const { notices, write } = this.#context;
    const { outcome, data } = file;
    if (outcome.state === 'newer') notices.metNewer(`documents/${entry.id}/document.json`);
    if (data !== null) {
      if (outcome.state === 'restored' && write) await file.save(data);
      return ok(data);
    }
    const rebuilt = await this.#makeAgain(entry);
    if (!rebuilt.ok) return rebuilt;
    const { content } = rebuilt.value;
    if (write && outcome.state !== 'newer') await file.save(content);
    const problem = storeMessages.problems[outcome.state === 'lost' ? outcome.problem : 'missing'];
    const kept = outcome.state === 'lost' ? outcome.kept : null;
    notices.raise('info', storeMessages.rebuilt(entry.title, problem, kept));
    await this.#compareMarks(entry, content.text);
    return ok(content);
  }

  /** From the source, with the files beside document.json written again where the library may be written. */
  async #makeAgain(entry: DocumentEntry): Promise<Result<Rebuilt>> {
    const { files, folder, write } = this.#context;
    const source = await this.source(entry);
    if (!source.ok) return source;
    const rebuilt = await this.#rebuild(source.value, entry.sourceName, entry.variant);
    if (rebuilt.ok && write) {
      await writeDerived(files, documentFolder(folder, entry.id), rebuilt.value);
    }
    return rebuilt;
  }

  /** A new text may differ from the one the marks were made in: that is said, and no mark is touched. */
  async #compareMarks(entry: DocumentEntry, text: string): Promise<void> {
    const marks = await this.#marks.load(entry.id);
    if (!marks.ok) return;
    const moved = marks.value.ordered.filter(
      ({ span, selector }) => text.slice(span.start, span.end) !== selector.quote,
    );
    if (moved.length === 0) return;
    this.#context.notices.raise('warning', storeMessages.marksMoved(entry.title, moved.length));
  }
}
