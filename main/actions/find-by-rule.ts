import { offersOf } from '../../core/autotag/offers.ts';
import { parseQuery } from '../../core/autotag/parse-query.ts';
import { previewOf } from '../../core/autotag/preview.ts';
import type { CallInput, Result, RuleFound, RuleHit } from '../../core/contract.ts';
import { queryProblemMessages } from '../../core/messages/en/autotag.ts';
import { searchMessages } from '../../core/messages/en/search.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { Services } from '../services.ts';
import { failed, ok } from '../store/outcome.ts';

type Request = CallInput<'rules.find'>;
interface InText {
  readonly hits: readonly RuleHit[];
  readonly tagged: number;
}

/** More are for nobody to go through; the reader narrows the query or takes these first. */
const mostHits = 20_000;
/** Milliseconds between two words on how far it is. */
const tellEvery = 100;

/** Goes through texts by a rule: the newest run counts. */
export class RuleRuns {
  readonly #services: Pick<Services, 'library' | 'rules' | 'emit'>;
  #run = 0;

  constructor(services: Pick<Services, 'library' | 'rules' | 'emit'>) {
    this.#services = services;
  }

  cancel(): void {
    this.#run += 1;
    this.#services.rules.stop();
  }

  async find(request: Request): Promise<Result<RuleFound>> {
    const { library, emit } = this.#services;
    const query = parseQuery(request.rule.query);
    if ('problem' in query) return failed('invalid-input', queryProblemMessages[query.problem]);
    this.cancel();
    const run = this.#run;
    const wanted = request.documents === null ? null : new Set(request.documents);
    const entries = library
      .documents()
      .filter(({ id, removed }) => removed === null && (wanted === null || wanted.has(id)));
    const texts: RuleFound['texts'][number][] = [];
    const lost: string[] = [];
    let [found, tagged, told] = [0, 0, performance.now()];
    for (const [done, entry] of entries.entries()) {
      if (found >= mostHits) break;
      const now = performance.now();
      if (now - told > tellEvery) {
        emit('rules.progress', { done, of: entries.length, found });
        told = now;
      }
      const inText = await this.#inText(entry, request);
      if (run !== this.#run) return failed('cancelled', searchMessages.cancelled);
      if (!inText.ok) {
        // Of one text alone the reader hears why.
        if (entries.length === 1) return inText;
        lost.push(entry.title);
        continue;
      }
      tagged += inText.value.tagged;
      const hits = inText.value.hits.slice(0, mostHits - found);
      found += hits.length;
      if (hits.length > 0) texts.push({ document: entry.id, title: entry.title, hits });
    }
    return ok({ texts, tagged, failed: lost, capped: found >= mostHits });
  }

  async #inText(entry: DocumentEntry, { rule, tags }: Request): Promise<Result<InText>> {
    const { library, rules } = this.#services;
    const content = await library.content(entry.id);
    if (!content.ok) return content;
    const { text, blocks, details } = content.value;
    const { language } = details;
    const searched = { text, blocks, ...(language === null ? {} : { language }) };
    const found = await rules.passages(searched, rule);
    if (!found.ok) return found;
    const marks = await library.annotations(entry.id);
    if (!marks.ok) return marks;
    const { passages, tagged } = offersOf(found.value, marks.value, tags);
    const hits = passages
      .slice(0, mostHits)
      .map((passage) => ({ ...passage.span, ...previewOf(text, passage) }));
    return ok({ hits, tagged });
  }
}
