import { parentPort } from 'node:worker_threads';
import { findPassages } from '../../core/autotag/find-passages.ts';
import { parseQuery } from '../../core/autotag/parse-query.ts';
import { TextFinder } from '../../core/search/find-in-text.ts';
import type { RuleAnswer, RuleOrder, SearchAnswer, SearchOrder } from './search-orders.ts';

// The thread that holds the text sought in last. It is given texts and queries: no files, no network. An expression may
// never end here; whoever started the thread ends it then.
let finder = new TextFinder('');

const answer = (value: SearchAnswer | RuleAnswer): void => {
  parentPort?.postMessage(value);
};

parentPort?.on('message', (order: SearchOrder | RuleOrder) => {
  if (order.kind === 'rule') {
    followRule(order);
    return;
  }
  if (order.text !== null) finder = new TextFinder(order.text);
  finder.prepare(order.query);
  answer({ kind: 'prepared' });
  answer({ kind: 'found', found: finder.find(order.query) });
});

function followRule({ searched, rule }: RuleOrder): void {
  const query = parseQuery(rule.query);
  answer({ kind: 'prepared' });
  const found = 'problem' in query ? [] : findPassages(query, searched, rule.scope, rule);
  answer({ kind: 'passages', found });
}
