import type { Bridge, Result, Started } from '../../../core/contract.ts';
import type { Picture } from '../../../core/model/block.ts';
import { defaultSettings } from '../../../core/model/default-settings.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Settings } from '../../../core/model/settings.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { composeText } from '../../../core/text/compose.ts';
import type { DraftBlock } from '../../../core/text/draft.ts';
import { outline } from '../../../core/text/outline.ts';
import type { FindHits, FindQuery } from '../../../core/search/find-query.ts';
import { TextFinder } from '../../../core/search/find-in-text.ts';
import type { DocumentPages } from '../../../core/model/pages.ts';
import { cutSections, sectionAt } from '../../../core/text/sections.ts';

export interface FakeText {
  readonly id: string;
  readonly title: string;
  readonly drafts: readonly DraftBlock[];
  readonly annotations: readonly Annotation[];
  readonly tags?: readonly Tag[];
  readonly place?: number;
  readonly settings?: Partial<Settings>;
  readonly format?: 'markdown' | 'html';
  readonly details?: { readonly author: string; readonly site: string; readonly date: string };
  /** Width and height of the pictures that the drafts name. */
  readonly pictures?: Readonly<Record<string, readonly [number, number]>>;
  readonly pages?: DocumentPages;
  /** Sections that do not come with the first screen wait until they are let come. */
  readonly held?: boolean;
}

export interface Asked {
  readonly name: string;
  readonly input: unknown;
}

export interface FakeMain {
  readonly bridge: Bridge;
  /** What it was asked, in order. */
  readonly asked: readonly Asked[];
  /** How many answers are on their way; those that are held are not. */
  readonly owed: () => number;
  /** Lets the sections come that are held, each portion in a frame of its own. */
  readonly release: () => void;
}

const time = '2026-11-22T10:00:00.000Z';

/** Answers as main does, from a generated text. */
export function fakeMain(text: FakeText | null): FakeMain {
  const composed = text === null ? null : makeText(text);
  const asked: Asked[] = [];
  const waiting: (() => void)[] = [];
  let held = text?.held ?? false;
  let owed = 0;
  const finder = new TextFinder(composed?.text ?? '');
  const answers: Record<string, (input: never) => unknown> = {
    'app.start': () => started(text, composed?.entry ?? null),
    'document.open': () => composed?.opened,
    'document.sections': async ({ from, count }: { from: number; count: number }) => {
      if (held) {
        owed -= 1;
        await new Promise<void>((come) => waiting.push(come));
        owed += 1;
      }
      if (text?.held === true) await new Promise(requestAnimationFrame);
      return composed?.contents.slice(from, from + count);
    },
    'document.pages': ({ from, count }: { from: number; count: number }) =>
      text?.pages?.slice(from, from + count),
    'document.source': () => ({ bytes: new Uint8Array() }),
    'edit.apply': () => ({ undo: null, redo: null }),
    'marks.counts': () => ({ tags: {}, documents: {} }),
  };
  const answer = async (name: string, input: unknown): Promise<Result<unknown>> => {
    if (name === 'document.find') return found(finder, (input as { query: FindQuery }).query);
    return { ok: true, value: (await answers[name]?.(input as never)) ?? {} };
  };
  const call: Bridge['call'] = async (name, packed) => {
    const input: unknown = typeof packed === 'string' ? JSON.parse(packed) : packed;
    asked.push({ name, input });
    owed += 1;
    try {
      return await answer(name, input);
    } finally {
      owed -= 1;
    }
  };
  const release = (): void => {
    held = false;
    for (const come of waiting.splice(0)) come();
  };
  return { bridge: { call, on: () => () => undefined }, asked, owed: () => owed, release };
}

/** As main answers, without its thread. */
function found(finder: TextFinder, query: FindQuery): Result<FindHits> {
  const answer = finder.find(query);
  return answer.kind === 'hits'
    ? { ok: true, value: answer.hits }
    : { ok: false, error: { code: 'invalid-input', message: `Broken: ${answer.reason}` } };
}

function makeText(fake: FakeText) {
  const { text, blocks } = composeText(fake.drafts, picturesOf(fake));
  const sections = cutSections(blocks, text.length);
  const contents = sections.map(({ start, end, from, to }, index) => ({
    index,
    text: text.slice(start, end),
    blocks: blocks.slice(from, to),
  }));
  const entry = {
    id: fake.id,
    title: fake.title,
    format: fake.format ?? ('markdown' as const),
    variant: 'article' as const,
    characters: text.length,
    words: text.split(/\s+/).length,
    source: 'source.md',
    sourceName: 'source.md',
    sha256: '',
    added: time,
    removed: null,
  };
  const first = sectionAt(sections, fake.place ?? 0);
  const details = { language: 'en', more: [], author: null, site: null, date: null };
  const opened = {
    entry,
    details: { ...details, ...fake.details },
    sections: sections.map(({ start, end, from, to, pictures }) => ({
      start,
      end,
      blocks: to - from,
      pictures,
    })),
    outline: outline(blocks, text),
    annotations: fake.annotations,
    marks: fake.annotations.length,
    ...(fake.pages && { pages: fake.pages }),
    place: fake.place === undefined ? null : { offset: fake.place, progress: 0, opened: time },
    first: contents.slice(Math.max(first - 1, 0), first + 2),
  };
  return { text, entry, contents, opened };
}

function picturesOf({ pictures = {} }: FakeText): ReadonlyMap<string, Picture> {
  const made = Object.entries(pictures).map(([key, [width, height]]) => {
    const picture: Picture = { file: `${key}.png`, width, height };
    return [key, picture] as const;
  });
  return new Map(made);
}

function started(text: FakeText | null, entry: Started['documents'][number] | null): Started {
  return {
    version: '0.0.0',
    platform: 'linux',
    libraryPath: '',
    settings: { ...defaultSettings, ...text?.settings },
    documents: entry === null ? [] : [entry],
    places: {},
    tags: text?.tags ?? [],
    items: [],
    history: { undo: null, redo: null },
    notices: [],
    open: entry?.id ?? null,
    late: false,
    opened: null,
  };
}
