import { assertNever } from '../assert-never.ts';
import type { Block, Inline, Picture, TableCell } from '../model/block.ts';
import { cleanDraft } from './clean-draft.ts';
import type { DraftBlock, DraftInline, DraftRun } from './draft.ts';

export interface Composed {
  readonly text: string;
  readonly blocks: Block[];
  /** The offset of each anchor that a block names. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Where pages show the text, counted from its start, in its order. */
  readonly runs: readonly DraftRun[];
}

const noPictures: ReadonlyMap<string, Picture> = new Map();

/**
 * The canonical text and the blocks that lie on it. Blocks stand apart by an empty line, neighbours in one list by a
 * line end, table rows by a line end and cells by a tab; rules and pictures without words have no text. Every block's
 * text is exactly its slice. Blocks with nothing to read or to see are left out; their anchors move to the next one.
 */
export function composeText(
  drafts: readonly DraftBlock[],
  pictures: ReadonlyMap<string, Picture> = noPictures,
): Composed {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const anchors = new Map<string, number>();
  const runs: DraftRun[] = [];
  const inlines = new InlinePlacer(pictures);
  let waiting: string[] = [];
  let length = 0;
  let previous: DraftBlock | null = null;

  const append = (piece: string): number => {
    const start = length;
    parts.push(piece);
    length += piece.length;
    return start;
  };

  for (const raw of drafts) {
    const draft = cleanDraft(raw);
    if (draft === null || !isShown(draft, pictures)) {
      for (const { name } of raw.anchors ?? []) waiting.push(name);
      continue;
    }
    if (hasText(draft)) {
      if (previous !== null) append(separator(previous, draft));
      previous = draft;
    }
    const block = place(draft, append, length, inlines);
    for (const name of waiting) anchors.set(name, block.start);
    waiting = [];
    for (const { name, at } of draft.anchors ?? []) {
      anchors.set(name, Math.min(block.start + Math.max(0, at), block.end));
    }
    if ('runs' in draft) for (const run of draft.runs ?? []) runs.push(moved(run, block));
    blocks.push(block);
  }
  for (const name of waiting) anchors.set(name, length);
  inlines.resolve(anchors);
  return { text: parts.join(''), blocks, anchors, runs };
}

/** A picture that is not to be had leaves its words, or nothing. */
function isShown(draft: DraftBlock, pictures: ReadonlyMap<string, Picture>): boolean {
  if (draft.kind === 'image') {
    return draft.text !== '' || (draft.picture !== undefined && pictures.has(draft.picture));
  }
  if (draft.kind !== 'heading' && draft.kind !== 'paragraph') return true;
  return (
    /\S/.test(draft.text) ||
    draft.inlines.some((inline) => inline.kind === 'picture' && pictures.has(inline.picture))
  );
}

function hasText(draft: DraftBlock): boolean {
  return draft.kind === 'table' || (draft.kind !== 'rule' && draft.text !== '');
}

function moved(run: DraftRun, { start, end }: Block): DraftRun {
  const inside = (offset: number): number => Math.min(start + Math.max(0, offset), end);
  return { ...run, start: inside(run.start), end: inside(run.end) };
}

function separator(previous: DraftBlock, next: DraftBlock): string {
  return previous.list !== null && next.list !== null ? '\n' : '\n\n';
}

function place(
  draft: DraftBlock,
  append: (piece: string) => number,
  at: number,
  inlines: InlinePlacer,
): Block {
  const { quote, list, origin } = draft;
  const context = { quote, list, ...(origin !== undefined && { origin }) };
  switch (draft.kind) {
    case 'heading': {
      const start = append(draft.text);
      return {
        kind: 'heading',
        level: draft.level,
        start,
        end: start + draft.text.length,
        ...context,
        inlines: inlines.place(draft.inlines, start, draft.text.length),
      };
    }
    case 'paragraph': {
      const start = append(draft.text);
      return {
        kind: 'paragraph',
        start,
        end: start + draft.text.length,
        ...context,
        inlines: inlines.place(draft.inlines, start, draft.text.length),
        ...(draft.cue && { cue: draft.cue }),
      };
    }
    case 'code': {
      const start = append(draft.text);
      const end = start + draft.text.length;
      return { kind: 'code', language: draft.language, start, end, ...context };
    }
    case 'image': {
      const start = append(draft.text);
      const picture = draft.picture === undefined ? undefined : inlines.picture(draft.picture);
      const end = start + draft.text.length;
      return { kind: 'image', start, end, ...context, ...(picture && { picture }) };
    }
    case 'rule':
      return { kind: 'rule', start: at, end: at, ...context };
    case 'table': {
      const rows = draft.rows.map((row, rowIndex) =>
        row.map((cell, cellIndex): TableCell => {
          if (cellIndex > 0) append('\t');
          else if (rowIndex > 0) append('\n');
          const start = append(cell.text);
          return {
            start,
            end: start + cell.text.length,
            header: cell.header,
            inlines: inlines.place(cell.inlines, start, cell.text.length),
          };
        }),
      );
      const end = rows.at(-1)?.at(-1)?.end ?? at;
      return { kind: 'table', rows, start: at, end, ...context };
    }
    default:
      return assertNever(draft);
  }
}

type Jump = {
  -readonly [K in 'kind' | 'target' | 'start' | 'end']: (Inline & { kind: 'jump' })[K];
};

/** Puts inlines at their place in the text; jumps get their target once all anchors are known. */
class InlinePlacer {
  readonly #pictures: ReadonlyMap<string, Picture>;
  readonly #jumps: { readonly jump: Jump; readonly to: string; readonly among: Inline[] }[] = [];

  constructor(pictures: ReadonlyMap<string, Picture>) {
    this.#pictures = pictures;
  }

  picture(key: string): Picture | undefined {
    return this.#pictures.get(key);
  }

  place(drafts: readonly DraftInline[], by: number, length: number): Inline[] {
    const placed: Inline[] = [];
    for (const draft of drafts) {
      const start = Math.min(Math.max(draft.start, 0), length) + by;
      const end = Math.min(Math.max(draft.end, 0), length) + by;
      if (draft.kind === 'picture') {
        const picture = this.picture(draft.picture);
        const { alternative } = draft;
        if (picture) placed.push({ kind: 'picture', picture, alternative, start, end: start });
      } else if (start < end) {
        if (draft.kind !== 'jump') placed.push({ ...draft, start, end });
        else {
          const jump: Jump = { kind: 'jump', target: 0, start, end };
          placed.push(jump);
          this.#jumps.push({ jump, to: draft.to, among: placed });
        }
      }
    }
    return placed.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** A jump to nowhere is left out. */
  resolve(anchors: ReadonlyMap<string, number>): void {
    for (const { jump, to, among } of this.#jumps) {
      const target = anchors.get(to);
      if (target === undefined) among.splice(among.indexOf(jump), 1);
      else jump.target = target;
    }
  }
}
