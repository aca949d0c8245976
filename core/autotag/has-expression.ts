import { parseQuery } from './parse-query.ts';

/** Whether a query has an expression in it, whose search may have no end. */
export function hasExpression(query: string): boolean {
  const parsed = parseQuery(query);
  return !('problem' in parsed) && parsed.terms.some(({ kind }) => kind === 'regex');
}
