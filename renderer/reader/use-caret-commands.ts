import { useEffect } from 'react';
import type { CommandId } from '../../core/commands.ts';
import { caretMessages } from '../../core/messages/en/caret.ts';
import type { CaretUnit } from '../../core/text/caret-page.ts';
import { useCommands, type Call } from '../commands/registry.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { useActions, useAppStore } from '../state/context.ts';
import { lineAt, nearestTo, verticalStep } from './caret-lines.ts';
import { caretPlace, leafAt, runsLeft } from './caret-place.ts';
import { extensionOf, stepOf, wordEnd, type Step } from './caret-steps.ts';
import type { LiveText } from './live-text.ts';
import { leafSpan } from './points.ts';
import { offsetAtY } from './reading-line.ts';
import { followLink } from './pointing.ts';

/** Lines of the screen before that stay on screen, px. */
const overlap = 64;

const units: readonly (readonly [CommandId, CaretUnit, 1 | -1])[] = [
  ['caret.wordOn', 'word', 1],
  ['caret.wordBack', 'word', -1],
  ['caret.sentenceOn', 'sentence', 1],
  ['caret.sentenceBack', 'sentence', -1],
  ['caret.paragraphOn', 'paragraph', 1],
  ['caret.paragraphBack', 'paragraph', -1],
  ['caret.blockOn', 'block', 1],
  ['caret.blockBack', 'block', -1],
  ['caret.headingOn', 'heading', 1],
  ['caret.headingBack', 'heading', -1],
];
const sides: readonly (readonly [CommandId, 'character' | 'word', 'left' | 'right'])[] = [
  ['caret.left', 'character', 'left'],
  ['caret.right', 'character', 'right'],
  ['caret.wordLeft', 'word', 'left'],
  ['caret.wordRight', 'word', 'right'],
];

/** Answers the keys of the reading caret. */
export function useCaretCommands(live: LiveText | null): void {
  const registry = useCommands();
  const store = useAppStore();
  const actions = useActions();

  useEffect(() => {
    if (live === null) return;
    const { caret } = live;
    /** A move, from where the moving end is. The first one, where the caret is not there, only shows it. */
    const move =
      (go: (from: number, open: OpenDocument, how: Call) => void) =>
      (how: Call): void => {
        const { document: open } = store.getState();
        if (open === null || open.entry.characters === 0) return;
        if (!how.extend && caret.show()) return;
        go(caret.from(how.extend), open, how);
      };
    const byUnit = (unit: CaretUnit, by: (from: number) => 1 | -1) =>
      move((from, open, { extend }) => {
        const find = (): Step =>
          extend || caret.sticky
            ? extensionOf(now(open), caret.ends(), unit, by(from))
            : stepOf(now(open), from, unit, by(from));
        caret.step(find, { extend, arrival: unit });
      });
    // The text goes on coming: a step that waited looks at what there is then.
    const now = (open: OpenDocument): OpenDocument => store.getState().document ?? open;
    const byLine = (by: 1 | -1) =>
      move((from, _, { extend }) => {
        const column = caret.column(from);
        const find = (): Step =>
          verticalStep(live.view, caret.after ? from - 1 : from, column, by) ??
          lineEdge(live, from, by)?.offset ??
          null;
        caret.step(find, { extend, arrival: 'line', column });
      });
    const toEdge = (by: 1 | -1) =>
      move((from, _, { extend }) => {
        const at = lineEdge(live, from, by, caret.after);
        caret.step(() => at?.offset ?? null, { extend, arrival: 'character', after: at?.breaks });
      });
    const toTextEdge = (by: 1 | -1) =>
      move((_, open, { extend }) => {
        const last = open.entry.characters;
        caret.goTo(by === 1 ? last : 0, { extend, arrival: 'line' });
      });
    const byScreen = (by: 1 | -1) =>
      move((from, open, { extend }) => {
        const { scroller } = live.view;
        const column = caret.column(from);
        const place = caretPlace(live.view, from, false);
        const before = scroller.scrollTop;
        scroller.scrollTop += by * Math.max(scroller.clientHeight - overlap, overlap);
        const moved = Math.abs(scroller.scrollTop - before) > 1 && place !== null;
        const box = scroller.getBoundingClientRect();
        const y = Math.min(Math.max(place?.top ?? box.top, box.top + 8), box.bottom - 40);
        const edge = by === 1 ? now(open).entry.characters : 0;
        const at = moved ? nearestTo(live.view, offsetAtY(live.view, y), column) : edge;
        caret.goTo(at, { extend, arrival: 'line', column });
      });
    const enter = move((from) => {
      const leaf = leafAt(live.view, from);
      const range = live.view.range({ start: from, end: from + 1 });
      const element = range?.startContainer.parentElement ?? leaf;
      const link = element?.closest<HTMLElement>('a[data-href]') ?? null;
      if (link !== null) followLink(link, store, actions);
      else if (!live.activateAt(from)) actions.announce(caretMessages.nothingHere);
    });
    const removers = [
      registry.register('caret.toggle', () => {
        if (!caret.show()) caret.hide();
      }),
      ...units.map(([id, unit, by]) =>
        registry.register(
          id,
          byUnit(unit, () => by),
        ),
      ),
      ...sides.map(([id, unit, side]) =>
        registry.register(
          id,
          byUnit(unit, (from) => ((side === 'left') === runsLeft(live.view, from) ? 1 : -1)),
        ),
      ),
      registry.register(
        'caret.wordEnd',
        move((from, open, { extend }) => {
          caret.step(() => wordEnd(now(open), from), { extend, arrival: 'word' });
        }),
      ),
      registry.register('caret.down', byLine(1)),
      registry.register('caret.up', byLine(-1)),
      registry.register('caret.lineStart', toEdge(-1)),
      registry.register('caret.lineEnd', toEdge(1)),
      registry.register('caret.textStart', toTextEdge(-1)),
      registry.register('caret.textEnd', toTextEdge(1)),
      registry.register('caret.screenDown', byScreen(1)),
      registry.register('caret.screenUp', byScreen(-1)),
      registry.register('caret.extend', () => {
        caret.show();
        caret.toggleExtending();
      }),
      registry.register('caret.enter', enter),
      registry.register('select.expand', () => caret.resize(1)),
      registry.register('select.shrink', () => caret.resize(-1)),
    ];
    return () => {
      for (const remove of removers) remove();
    };
  }, [live, registry, store, actions]);
}

/** Where the line of an offset starts or ends; `breaks`: it goes on in the next line. */
function lineEdge({ view }: LiveText, offset: number, by: 1 | -1, after = false) {
  const line = lineAt(view, after ? offset - 1 : offset);
  const leaf = leafAt(view, offset);
  if (line === null || leaf === null) return null;
  const { start, end } = leafSpan(leaf);
  if (by === -1 || line.end === end) {
    return { offset: by === -1 ? line.start : line.end, breaks: false };
  }
  // The space at which a line breaks is not seen: the caret stands before it.
  const space = /\s/.test(leaf.textContent.charAt(line.end - 1 - start)) ? 1 : 0;
  return { offset: line.end - space, breaks: true };
}
