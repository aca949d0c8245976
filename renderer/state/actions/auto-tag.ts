import { addItem, changeItem, newItem, removeItem } from '../../../core/edit/items.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import type { DocumentId } from '../../../core/model/document.ts';
import type { Rule } from '../../../core/model/item.ts';
import { call } from '../../bridge.ts';
import {
  noAutoTag,
  resultOf,
  takenCount,
  type AutoTag,
  type RuleDraft,
  type RuleWhere,
} from '../auto-tag.ts';
import { planChoices } from '../plan-choices.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** Tagging by a query: main looks and marks, the reader takes or leaves each passage. */
export function createAutoTagActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  let searches = 0;
  const change = (part: Partial<AutoTag>): void =>
    store.setState(({ autoTag }) => ({ autoTag: { ...autoTag, ...part } }));

  const ruleOf = (draft: RuleDraft): Rule | null => {
    const item = draft.rule === null ? undefined : store.getState().items.get(draft.rule);
    return item?.content.kind === 'rule' ? (item as Rule) : null;
  };

  const newTexts = (lastRun: string | null): readonly DocumentId[] =>
    store
      .getState()
      .documents.filter(({ removed, added }) => removed === null && added > (lastRun ?? ''))
      .map(({ id }) => id);

  const textsOf = (draft: RuleDraft): readonly DocumentId[] | null => {
    if (draft.where === 'all') return null;
    if (draft.where === 'new') return newTexts(ruleOf(draft)?.content.lastRun ?? null);
    const open = store.getState().document?.entry.id;
    return open === undefined ? [] : [open];
  };

  const ask = (draft: Omit<RuleDraft, 'rule' | 'where'>, texts: readonly DocumentId[] | null) => {
    const { query, scope, matchCase, matchAccents } = draft;
    const { ids, additions } = planChoices(store.getState(), draft.tags, stamp);
    return call('rules.find', {
      rule: { query, scope, matchCase, matchAccents },
      // No mark can bear a tag that is still to be made.
      tags: additions.length > 0 ? [] : [...ids],
      documents: texts === null ? null : [...texts],
    });
  };

  const find = async (): Promise<void> => {
    // What main is to look through must be there.
    if (!(await editing.ready())) return;
    const { draft } = store.getState().autoTag;
    searches += 1;
    const search = searches;
    change({ busy: 'finding', progress: null, problem: null, said: null });
    const reply = await ask(draft, textsOf(draft));
    if (search !== searches) return;
    if (!reply.ok) {
      const isCancelled = reply.error.code === 'cancelled';
      change({ busy: null, problem: isCancelled ? null : reply.error.message });
      return;
    }
    const result = resultOf(reply.value);
    change({ busy: null, result, decisions: new Map() });
    view.announce(messages.found(result.hits, result.tagged));
  };

  const decide = (numbers: Iterable<number>, taken: boolean | null): void => {
    const decisions = new Map(store.getState().autoTag.decisions);
    for (const number of numbers) {
      if (taken === null) decisions.delete(number);
      else decisions.set(number, taken);
    }
    change({ decisions });
  };

  return {
    changeRule: (part: Partial<RuleDraft>): void =>
      store.setState(({ autoTag }) => ({
        autoTag: {
          ...autoTag,
          draft: { ...autoTag.draft, ...part },
          problem: null,
          // What was found is what was asked; another place to look or another query finds other passages.
          ...('tags' in part ? {} : { result: null, decisions: new Map<number, boolean>() }),
        },
      })),
    findByRule: find,
    cancelRule: (): void => {
      searches += 1;
      change({ busy: null, progress: null });
      void call('rules.cancel', {});
      view.announce(messages.cancelled);
    },
    decideHit: (number: number, taken: boolean | null): void => decide([number], taken),
    /** Takes every passage that is not decided. */
    takeAllHits: (): void => {
      const { result, decisions } = store.getState().autoTag;
      const open = (result?.rows ?? []).flatMap((row) =>
        row.kind === 'hit' && !decisions.has(row.number) ? [row.number] : [],
      );
      decide(open, true);
      view.announce(messages.tookAll(open.length));
    },

    /** Marks what was taken, as one edit. */
    applyRule: async (): Promise<void> => {
      const state = store.getState();
      const { draft, result, decisions } = state.autoTag;
      const count = takenCount(state.autoTag);
      const { ids, additions, colourOf } = planChoices(state, draft.tags, stamp);
      if (result === null || count === 0 || ids.length === 0) return;
      if (!(await editing.ready())) return;
      change({ busy: 'applying', problem: null });
      const texts = new Map<DocumentId, number[]>();
      for (const row of result.rows) {
        if (row.kind !== 'hit' || decisions.get(row.number) !== true) continue;
        const spans = texts.get(row.document) ?? [];
        spans.push(row.hit.start, row.hit.end);
        texts.set(row.document, spans);
      }
      const reply = await call('rules.apply', {
        rule: ruleOf(draft)?.id ?? null,
        tags: [...ids],
        additions: [...additions],
        colour: colourOf(ids[0]) ?? state.settings.lastColour,
        author: state.settings.author,
        texts: [...texts].map(([document, spans]) => ({ document, spans })),
      });
      if (!reply.ok) {
        change({ busy: null, problem: reply.error.message });
        return;
      }
      editing.take(reply);
      const said = messages.applied(count);
      const tags = ids.map((id) => ({ id }));
      const { autoTag } = store.getState();
      change({
        busy: null,
        result: null,
        decisions: new Map(),
        said,
        draft: { ...autoTag.draft, tags },
        news: new Map([...autoTag.news].filter(([id]) => id !== draft.rule)),
      });
      view.toast(said, { undo: true });
      view.announce(said);
    },

    /** Saves the query under a name, or what was changed in the rule it came from. */
    saveRule: (name: string): void => {
      const state = store.getState();
      const { draft } = state.autoTag;
      const { query, scope, matchCase, matchAccents } = draft;
      const { ids, additions } = planChoices(state, draft.tags, stamp);
      if (additions.length > 0 || query.trim() === '' || name.trim() === '') return;
      const known = ruleOf(draft);
      const lastRun = known?.content.lastRun ?? null;
      const content = {
        kind: 'rule' as const,
        query,
        scope,
        matchCase,
        matchAccents,
        tags: ids,
        lastRun,
      };
      if (known === null) {
        const item = newItem(name, content, stamp);
        editing.commit(addItem(item, stamp));
        change({ draft: { ...draft, rule: item.id } });
      } else editing.commit(changeItem(known, { name: name.trim(), content }, stamp));
      change({ said: messages.saved(name.trim()) });
      view.announce(messages.saved(name.trim()));
    },
    openRule: ({ id, content }: Rule, where: RuleWhere): void => {
      const { query, scope, matchCase, matchAccents } = content;
      const { tags: codebook } = store.getState();
      const tags = content.tags.filter((tag) => codebook.has(tag)).map((tag) => ({ id: tag }));
      const draft = { rule: id, query, scope, matchCase, matchAccents, tags, where };
      store.setState(({ autoTag: { news } }) => ({ autoTag: { ...noAutoTag, draft, news } }));
    },
    removeRule: (rule: Rule): void => {
      editing.commit(removeItem(rule, stamp));
      const { draft } = store.getState().autoTag;
      if (draft.rule === rule.id) change({ draft: { ...draft, rule: null } });
      view.toast(messages.removed(rule.name), { undo: true });
      view.announce(messages.removed(rule.name));
    },
    newRule: (): void =>
      store.setState(({ autoTag: { news } }) => ({ autoTag: { ...noAutoTag, news } })),

    /** Counts what each saved rule finds in the texts that came since it was last run. */
    countNews: async (rules: readonly Rule[]): Promise<void> => {
      if (!(await editing.ready())) return;
      searches += 1;
      const search = searches;
      for (const { id, content } of rules) {
        const texts = newTexts(content.lastRun);
        const tags = content.tags.map((tag) => ({ id: tag }));
        const reply = texts.length === 0 ? null : await ask({ ...content, tags }, texts);
        if (search !== searches) return;
        if (reply !== null && !reply.ok) continue;
        const count = reply === null ? 0 : resultOf(reply.value).hits;
        change({ news: new Map([...store.getState().autoTag.news, [id, count]]) });
      }
    },
  };
}
