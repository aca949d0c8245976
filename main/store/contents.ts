import { join } from 'node:path';
import type { Result, SectionContent, SectionInfo } from '../../core/contract.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { DocumentContent, DocumentEntry, DocumentId } from '../../core/model/document.ts';
import { documentFile } from '../../core/model/library-files.ts';
import { cutSections, type Section } from '../../core/text/sections.ts';
import type { DataFile } from './data-file.ts';
import { documentFolder, sourcePath } from './document-folder.ts';
import type { MarksStore } from './marks-store.ts';
import { failed, ok, reasonOf } from './outcome.ts';
import { openDataFile, type StoreContext } from './store-context.ts';

/** Makes the content anew from the source: the importers, handed in by whoever opens the library. */
export type Rebuild = (
  bytes: Uint8Array,
  name: string,
  variant: DocumentContent['variant'],
) => Promise<Result<DocumentContent>>;

export interface OpenContent {
  readonly content: DocumentContent;
  readonly sections: readonly Section[];
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
      opened.value.sections.map(({ start, end, from, to }) => ({ start, end, blocks: to - from })),
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
      return ok({ content: content.value, sections: cutSections(blocks, text.length) });
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
    const source = await this.source(entry);
    if (!source.ok) return source;
    const rebuilt = await this.#rebuild(source.value, entry.sourceName, entry.variant);
    if (!rebuilt.ok) return rebuilt;
    if (write && outcome.state !== 'newer') await file.save(rebuilt.value);
    const problem = storeMessages.problems[outcome.state === 'lost' ? outcome.problem : 'missing'];
    const kept = outcome.state === 'lost' ? outcome.kept : null;
    notices.raise('info', storeMessages.rebuilt(entry.title, problem, kept));
    await this.#compareMarks(entry, rebuilt.value.text);
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
