import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { verifyMessages as messages } from '../../../core/messages/en/verify.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { documentIdSchema, type DocumentEntry } from '../../../core/model/document.ts';
import type { TagId } from '../../../core/model/tag.ts';
import { namesIn } from '../backup/small-files.ts';
import type { StoreFiles } from '../files.ts';
import type { Library } from '../library-types.ts';
import type { Finding, Report } from './findings.ts';
import { verifyFiles } from './verify-files.ts';

/** Everything that must fit together, by a library that is open for reading. Repairs nothing. */
export async function verifyLibrary(files: StoreFiles, library: Library): Promise<Report> {
  const { folder } = library;
  const each = await verifyFiles(files, folder);
  const findings: Finding[] = [...each.findings];
  const tags = new Set(library.tags().map((tag) => tag.id));
  let marks = 0;
  for (const tag of library.tags()) {
    if (tag.parent === null || tags.has(tag.parent)) continue;
    findings.push({ file: 'tags.json', problem: 'tag', message: messages.parent(tag.name) });
  }
  for (const entry of library.documents()) {
    findings.push(...(await verifySource(library, entry)));
    const found = await library.annotations(entry.id);
    const file = `documents/${entry.id}/annotations.json`;
    if (!found.ok) {
      findings.push({ file, problem: 'damaged', message: found.error.message });
      continue;
    }
    marks += found.value.length;
    const content = await library.content(entry.id);
    if (!content.ok) {
      const message = messages.noText(entry.title, content.error.message);
      findings.push({ file: `documents/${entry.id}/document.json`, problem: 'text', message });
    }
    const text = content.ok ? content.value.text : null;
    for (const mark of found.value) findings.push(...verifyMark(entry, mark, text, tags, file));
  }
  const known = new Set(library.documents().map((entry) => entry.id));
  for (const name of await namesIn(files, join(folder, 'documents'))) {
    if (known.has(name) || !documentIdSchema.safeParse(name).success) continue;
    const file = `documents/${name}`;
    findings.push({ file, problem: 'orphan', message: messages.orphan(file) });
  }
  return { documents: known.size, marks, files: each.files, findings };
}

async function verifySource(library: Library, entry: DocumentEntry): Promise<readonly Finding[]> {
  const source = await library.source(entry.id);
  const file = `documents/${entry.id}/${entry.source}`;
  if (!source.ok) return [{ file, problem: 'source', message: messages.noSource(entry.title) }];
  const sum = createHash('sha256').update(source.value).digest('hex');
  if (sum === entry.sha256) return [];
  return [{ file, problem: 'source', message: messages.otherSource(entry.title) }];
}

function verifyMark(
  { title }: DocumentEntry,
  { id, span, selector, tags }: Annotation,
  text: string | null,
  known: ReadonlySet<TagId>,
  file: string,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (text !== null) {
    if (span.start >= span.end || span.end > text.length) {
      findings.push({ file, problem: 'mark', message: messages.span(title, id) });
    } else if (text.slice(span.start, span.end) !== selector.quote) {
      findings.push({ file, problem: 'mark', message: messages.quote(title, id) });
    }
  }
  if (!tags.every((tag) => known.has(tag))) {
    findings.push({ file, problem: 'tag', message: messages.tag(title, id) });
  }
  return findings;
}
