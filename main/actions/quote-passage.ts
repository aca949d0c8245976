import type { Result } from '../../core/contract.ts';
import { quoteWithSource } from '../../core/exchange/quote-with-source.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { Span } from '../../core/model/span.ts';
import type { Library } from '../store/library-types.ts';
import { failed, ok } from '../store/outcome.ts';

interface AskedQuote {
  readonly document: DocumentId;
  readonly mark: AnnotationId | null;
  readonly span: Span;
  readonly quote: string;
  readonly read: string;
}

/** A passage with where it comes from, for the clipboard: only main has the whole text that says which paragraph it is. */
export async function quotePassage(
  library: Library,
  { document, mark, span, quote, read }: AskedQuote,
): Promise<Result<{ text: string }>> {
  const entry = library.documents().find(({ id }) => id === document);
  if (entry === undefined) return failed('not-found', messages.noDocument);
  const content = await library.content(document);
  if (!content.ok) return content;
  const passage = { id: mark, span, selector: { quote } };
  const source = { entry, content: content.value };
  return ok({ text: quoteWithSource(passage, source, { dateRead: read }) });
}
