import { setImmediate } from 'node:timers/promises';
import { describeSpans } from '../../core/anchor/describe-many.ts';
import { changeItem } from '../../core/edit/items.ts';
import { addition, updateMark } from '../../core/edit/marks.ts';
import type { Change, Patch } from '../../core/edit/patch.ts';
import { tagAddition } from '../../core/edit/tags.ts';
import type { CallInput, Result } from '../../core/contract.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Span } from '../../core/model/span.ts';
import { outline } from '../../core/text/outline.ts';
import type { Services } from '../services.ts';
import type { AppliedEdit } from '../store/library-types.ts';
import { ok } from '../store/outcome.ts';

type Request = CallInput<'rules.apply'>;

/** Marks passages of many texts with tags, as one edit. A mark of the very same passage gets the tags itself. */
export async function applyRule(
  { library, stamp }: Pick<Services, 'library' | 'stamp'>,
  request: Request,
): Promise<Result<AppliedEdit>> {
  const changes: Change[] = request.additions.map(tagAddition);
  for (const { document, spans } of request.texts) {
    const content = await library.content(document);
    if (!content.ok) return content;
    const marks = await library.annotations(document);
    if (!marks.ok) return marks;
    const { text, blocks } = content.value;
    const wanted = pairs(spans).filter(({ start, end }) => start < end && end <= text.length);
    const selectors = describeSpans(text, outline(blocks, text), wanted);
    const known = new Map(marks.value.map((mark) => [placeOf(mark.span), mark]));
    const now = stamp.now();
    for (const [index, span] of wanted.entries()) {
      const selector = selectors[index];
      if (selector === undefined) continue;
      const there = known.get(placeOf(span));
      if (there !== undefined) {
        const tags = [...new Set([...there.tags, ...request.tags])];
        changes.push(updateMark(there, { tags }, stamp));
        continue;
      }
      const mark: Annotation = {
        id: stamp.id(),
        document,
        span,
        selector,
        colour: request.colour,
        colourBy: 'tag',
        tags: [...request.tags],
        note: '',
        author: request.author,
        ...(request.rule === null ? {} : { rule: request.rule }),
        created: now,
        modified: now,
      };
      changes.push(addition(mark));
    }
    await setImmediate();
  }
  const rule = library.items().find(({ id }) => id === request.rule);
  if (rule?.content.kind === 'rule') {
    const content = { ...rule.content, lastRun: stamp.now() };
    changes.push(...changeItem(rule, { content }, stamp).changes);
  }
  const patch: Patch = { id: stamp.id(), at: stamp.now(), label: 'rule.apply', changes };
  const applied = await library.apply(patch);
  return applied.ok ? ok({ patch, history: applied.value }) : applied;
}

const placeOf = ({ start, end }: Span): string => `${start} ${end}`;

function pairs(flat: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    spans.push({ start: flat[at] ?? 0, end: flat[at + 1] ?? 0 });
  }
  return spans;
}
