import type { RuleFound, RuleHit, RuleProgress } from '../../core/contract.ts';
import type { RuleScope } from '../../core/autotag/find-passages.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { Item } from '../../core/model/item.ts';
import type { TagChoice } from './plan-choices.ts';

/** Which texts a rule goes through; `new`: those that came since it was last run. */
export type RuleWhere = 'text' | 'all' | 'new';

export interface RuleDraft {
  /** The saved rule that it came from. */
  readonly rule: Item['id'] | null;
  readonly query: string;
  readonly scope: RuleScope;
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
  readonly tags: readonly TagChoice[];
  readonly where: RuleWhere;
}

/** A row of what was found: the title of a text, or a passage by its number. */
export type HitRow =
  | {
      readonly kind: 'title';
      readonly document: DocumentId;
      readonly title: string;
      readonly count: number;
    }
  | {
      readonly kind: 'hit';
      readonly document: DocumentId;
      readonly number: number;
      readonly hit: RuleHit;
    };

export interface RuleResult {
  readonly rows: readonly HitRow[];
  readonly hits: number;
  readonly tagged: number;
  readonly failed: readonly string[];
  readonly capped: boolean;
}

export interface AutoTag {
  readonly draft: RuleDraft;
  readonly result: RuleResult | null;
  /** By the number of a hit: true for taken, false for left; the others are undecided. */
  readonly decisions: ReadonlyMap<number, boolean>;
  readonly busy: 'finding' | 'applying' | null;
  readonly progress: RuleProgress | null;
  readonly problem: string | null;
  /** What was done last, in words. */
  readonly said: string | null;
  /** How many passages each saved rule finds in the texts that came since it was last run. */
  readonly news: ReadonlyMap<Item['id'], number>;
}

export const noAutoTag: AutoTag = {
  draft: {
    rule: null,
    query: '',
    scope: 'sentence',
    matchCase: false,
    matchAccents: false,
    tags: [],
    where: 'text',
  },
  result: null,
  decisions: new Map(),
  busy: null,
  progress: null,
  problem: null,
  said: null,
  news: new Map(),
};

export function resultOf({ texts, tagged, failed, capped }: RuleFound): RuleResult {
  const rows: HitRow[] = [];
  let number = 0;
  for (const { document, title, hits } of texts) {
    rows.push({ kind: 'title', document, title, count: hits.length });
    for (const hit of hits) rows.push({ kind: 'hit', document, number: number++, hit });
  }
  return { rows, hits: number, tagged, failed, capped };
}

export function takenCount({ decisions }: AutoTag): number {
  let count = 0;
  for (const taken of decisions.values()) if (taken) count += 1;
  return count;
}
