import type { ParsedQuery, QueryFault, QueryNode, QueryProblem, QueryTerm } from './query.ts';
import { tokens, type Token } from './tokens.ts';

const deepest = 50;

/**
 * Reads: words, `word*`, "a phrase", /an expression/, parentheses; NEAR/5 before NOT before AND (or nothing) before OR.
 */
export function parseQuery(text: string): ParsedQuery | QueryFault {
  const found = tokens(text);
  if ('problem' in found) return found;
  if (found.length === 0) return { problem: 'empty', start: 0, end: text.length };
  return new Parser(found, text.length).parse();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  readonly #terms: QueryTerm[] = [];
  #at = 0;
  #depth = 0;

  constructor(found: readonly Token[], length: number) {
    this.#tokens = found;
    this.#length = length;
  }

  parse(): ParsedQuery | QueryFault {
    const root = this.#or();
    if ('problem' in root) return root;
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) return fault('stray-parenthesis', rest);
    return { root, terms: this.#terms };
  }

  #or(): QueryNode | QueryFault {
    const items: QueryNode[] = [];
    do {
      const item = this.#and();
      if ('problem' in item) return item;
      items.push(item);
    } while (this.#take('or') !== null);
    return oneOrMany('or', items);
  }

  #and(): QueryNode | QueryFault {
    const items: QueryNode[] = [];
    for (;;) {
      const item = this.#not();
      if ('problem' in item) return item;
      items.push(item);
      if (this.#take('and') !== null) continue;
      const next = this.#tokens[this.#at]?.kind;
      if (next !== 'term' && next !== 'not' && next !== '(') return oneOrMany('and', items);
    }
  }

  #not(): QueryNode | QueryFault {
    const not = this.#take('not');
    if (not === null) return this.#near();
    const item = this.#deeper(not, () => this.#not());
    return 'problem' in item ? item : { kind: 'not', item };
  }

  #near(): QueryNode | QueryFault {
    let left = this.#primary();
    for (;;) {
      if ('problem' in left) return left;
      const near = this.#take('near');
      if (near?.kind !== 'near') return left;
      const right = this.#primary();
      if ('problem' in right) return right;
      if (!isPlace(left) || !isPlace(right)) return fault('near-what', near);
      left = { kind: 'near', left, right, within: near.within };
    }
  }

  #primary(): QueryNode | QueryFault {
    const token = this.#tokens[this.#at];
    const before = this.#tokens[this.#at - 1];
    if (token === undefined) {
      const end = this.#length;
      return before === undefined
        ? { problem: 'empty', start: 0, end }
        : fault('nothing-after', before);
    }
    this.#at += 1;
    if (token.kind === 'term') {
      this.#terms.push(token.term);
      return { kind: 'term', term: this.#terms.length - 1 };
    }
    if (token.kind !== '(') {
      const after = before !== undefined && before.kind !== ')' && before.kind !== 'term';
      if (token.kind === ')' && !after) return fault('stray-parenthesis', token);
      return after ? fault('nothing-after', before) : fault('nothing-before', token);
    }
    const inside = this.#deeper(token, () => this.#or());
    if ('problem' in inside) return inside;
    return this.#take(')') === null ? fault('open-parenthesis', token) : inside;
  }

  #deeper(token: Token, read: () => QueryNode | QueryFault): QueryNode | QueryFault {
    this.#depth += 1;
    const node = this.#depth > deepest ? fault('too-deep', token) : read();
    this.#depth -= 1;
    return node;
  }

  #take(kind: Token['kind']): Token | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) return null;
    this.#at += 1;
    return token;
  }
}

function oneOrMany(kind: 'and' | 'or', items: readonly QueryNode[]): QueryNode {
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind, items };
}

/** Near are places: words, or one of several. */
function isPlace(node: QueryNode): boolean {
  if (node.kind === 'or') return node.items.every(isPlace);
  return node.kind === 'term' || node.kind === 'near';
}

function fault(problem: QueryProblem, { start, end }: Token): QueryFault {
  return { problem, start, end };
}
