import { applyRule } from '../actions/apply-rule.ts';
import { RuleRuns } from '../actions/find-by-rule.ts';
import type { Handlers } from '../dispatch.ts';
import type { Services } from '../services.ts';
import { ok } from '../store/outcome.ts';

type RuleHandlers = Pick<Handlers, 'rules.find' | 'rules.cancel' | 'rules.apply'>;

/** Auto-tag: looking by a query, and marking what was taken. */
export function ruleHandlers(services: Services): RuleHandlers {
  const runs = new RuleRuns(services);
  return {
    'rules.find': (request) => runs.find(request),
    'rules.cancel': () => {
      runs.cancel();
      return ok({});
    },
    'rules.apply': (request) => applyRule(services, request),
  };
}
