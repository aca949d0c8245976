import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, EventPayload } from '../../../core/contract.ts';
import { addItem, newItem } from '../../../core/edit/items.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { applyRule } from '../../../main/actions/apply-rule.ts';
import { RuleRuns } from '../../../main/actions/find-by-rule.ts';
import { RuleSearch } from '../../../main/search/rule-search.ts';
import type { Library } from '../../../main/store/library-types.ts';
import { makeFolder, removeFolder } from '../../support/folders.ts';
import { bundledWorker } from '../../support/worker-bundle.ts';
import { open, sampleDocument, value } from '../store/workshop.ts';

const worker = bundledWorker('main/search/search-worker.ts');
const stamp = { id: () => randomUUID(), now: () => new Date().toISOString() };
let folder = '';
let library: Library;
let search: RuleSearch;
let runs: RuleRuns;
let told: EventPayload<'rules.progress'>[];
let tag: Tag;

beforeEach(async () => {
  folder = await makeFolder();
  library = await open(folder);
  search = new RuleSearch(worker());
  told = [];
  runs = new RuleRuns({
    library,
    rules: search,
    emit: (name, payload) => {
      if (name === 'rules.progress') told.push(payload as EventPayload<'rules.progress'>);
    },
  });
  tag = newTag('animals', 'green', null, stamp);
  value(await library.apply(addTag(tag, stamp)));
  value(await library.add(sampleDocument('Ants')));
  value(await library.add(sampleDocument('Bees')));
});
afterEach(async () => {
  search.stop();
  await library.close();
  await removeFolder(folder);
});

const asked = (query: string, more: Partial<CallInput<'rules.find'>> = {}) => ({
  rule: { query, scope: 'sentence' as const, matchCase: false, matchAccents: false },
  tags: [tag.id],
  documents: null,
  ...more,
});

const taking = (
  texts: readonly { document: string; hits: readonly { start: number; end: number }[] }[],
  rule: string | null = null,
): CallInput<'rules.apply'> => ({
  rule,
  tags: [tag.id],
  additions: [],
  colour: 'green',
  author: 'A reader',
  texts: texts.map(({ document, hits }) => ({
    document,
    spans: hits.flatMap(({ start, end }) => [start, end]),
  })),
});

describe('a rule', () => {
  it('finds in all texts, marks what was taken as one edit, and offers none of it again', async () => {
    const found = value(await runs.find(asked('fox NEAR/3 jumps')));
    expect(found.texts.map(({ title, hits }) => [title, hits.length])).toEqual([
      ['Ants', 40],
      ['Bees', 40],
    ]);
    const [first] = found.texts;
    const hit = first?.hits[0];
    expect(hit?.text.slice(...(hit.words.slice(0, 2) as [number, number]))).toBe('fox');

    const item = newItem(
      'Foxes',
      { kind: 'rule', ...asked('fox').rule, tags: [tag.id], lastRun: null },
      stamp,
    );
    value(await library.apply(addItem(item, stamp)));
    const before = library.history();
    const { patch } = value(await applyRule({ library, stamp }, taking(found.texts, item.id)));
    expect(patch.changes.filter(({ entity }) => entity === 'annotation')).toHaveLength(80);
    const marks = value(await library.annotations(first?.document ?? ''));
    expect(marks).toHaveLength(40);
    expect(marks[7]).toMatchObject({ rule: item.id, tags: [tag.id], colourBy: 'tag' });
    const now = library.items()[0]?.content;
    expect(now?.kind === 'rule' ? now.lastRun : null).not.toBeNull();

    expect(value(await runs.find(asked('fox')))).toMatchObject({ texts: [], tagged: 80 });
    expect(value(await runs.find(asked('fox', { tags: [] }))).texts).toHaveLength(2);

    value(await library.undo());
    expect(library.history().undo).toBe(before.undo);
    expect(value(await library.annotations(first?.document ?? ''))).toEqual([]);
    expect(library.items()[0]?.content).toMatchObject({ lastRun: null });
  });

  it('gives the tags to a mark of the very same passage', async () => {
    const one = value(await runs.find(asked('"paragraph 3"', { tags: [] })));
    const plain = newTag('plain', 'blue', null, stamp);
    const input = { ...taking(one.texts), tags: [plain.id], additions: [plain] };
    value(await applyRule({ library, stamp }, input));
    value(await applyRule({ library, stamp }, taking(one.texts)));
    const marks = value(await library.annotations(one.texts[0]?.document ?? ''));
    expect(marks.map(({ tags }) => tags)).toEqual([[plain.id, tag.id]]);
  });

  it('says what is wrong with a query, and looks only in the texts named', async () => {
    expect(await runs.find(asked('fox AND'))).toMatchObject({ error: { code: 'invalid-input' } });
    const [ants] = library.documents();
    const found = value(await runs.find(asked('fox', { documents: [ants?.id ?? ''] })));
    expect(found.texts.map(({ title }) => title)).toEqual(['Ants']);
  });

  it('leaves a text on which an expression has no end, and goes on with the next', async () => {
    const trap = sampleDocument('Trap');
    const text = `${'a'.repeat(5000)}!`;
    const [block] = trap.content.blocks;
    if (block === undefined) throw new Error('no block');
    const blocks = [{ ...block, start: 0, end: text.length }];
    value(await library.add({ ...trap, content: { ...trap.content, text, blocks } }));
    value(await library.add(sampleDocument('Wasps')));
    const found = value(await runs.find(asked('/(a+)+b|jumps/')));
    expect(found.failed).toEqual(['Trap']);
    expect(found.texts.map(({ title }) => title)).toEqual(['Ants', 'Bees', 'Wasps']);
    const alone = library.documents().find(({ title }) => title === 'Trap')?.id ?? '';
    expect(await runs.find(asked('/(a+)+b/', { documents: [alone] }))).toMatchObject({
      error: { code: 'search-failed' },
    });
  });

  it('ends when it is cancelled, or when another one begins', async () => {
    const first = runs.find(asked('fox'));
    const second = runs.find(asked('dog'));
    expect(await first).toMatchObject({ error: { code: 'cancelled' } });
    expect(value(await second).texts).toHaveLength(2);
    const third = runs.find(asked('fox'));
    runs.cancel();
    expect(await third).toMatchObject({ error: { code: 'cancelled' } });
    expect(value(await runs.find(asked('fox'))).texts).toHaveLength(2);
  });

  it('marks 10,000 passages as one edit', async () => {
    const { entry } = value(await library.add(sampleDocument('Long', 10_000)));
    const found = value(await runs.find(asked('fox', { documents: [entry.id] })));
    expect(found.texts[0]?.hits).toHaveLength(10_000);
    value(await applyRule({ library, stamp }, taking(found.texts)));
    expect(value(await library.annotations(entry.id))).toHaveLength(10_000);
    value(await library.undo());
    expect(value(await library.annotations(entry.id))).toEqual([]);
  });
});
