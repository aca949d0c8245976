import type { Result } from '../../core/contract.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { FindHits, FindQuery } from '../../core/search/find-query.ts';
import type { Services } from '../services.ts';

/** Where words stand in a text, as the library has it now. */
export async function findInDocument(
  { library, search }: Pick<Services, 'library' | 'search'>,
  id: DocumentId,
  query: FindQuery,
): Promise<Result<FindHits>> {
  const content = await library.content(id);
  return content.ok ? search.find(content.value.text, query) : content;
}
