import { parentPort } from 'node:worker_threads';
import { TextFinder } from '../../core/search/find-in-text.ts';
import type { SearchAnswer, SearchOrder } from './search-orders.ts';

// The thread that holds the text sought in last. It is given texts and queries: no files, no network. An expression may
// never end here; whoever started the thread ends it then.
let finder = new TextFinder('');

const answer = (value: SearchAnswer): void => {
  parentPort?.postMessage(value);
};

parentPort?.on('message', (order: SearchOrder) => {
  if (order.text !== null) finder = new TextFinder(order.text);
  finder.prepare(order.query);
  answer({ kind: 'prepared' });
  answer({ kind: 'found', found: finder.find(order.query) });
});
