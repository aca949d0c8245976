import { useEffect } from 'react';
import { readerMessages } from '../../core/messages/en/reader.ts';
import { stateMessages } from '../../core/messages/en/state.ts';
import { taggingMessages } from '../../core/messages/en/tagging.ts';
import type { Span } from '../../core/model/span.ts';
import { Stops, type End } from '../../core/text/mark-ends.ts';
import { useCommands } from '../commands/registry.ts';
import { activeMark, type OneTarget } from '../state/app-state.ts';
import { chosenOverlay } from '../state/chosen-overlay.ts';
import { passageText } from '../state/passages.ts';
import { useActions, useAppStore } from '../state/context.ts';
import type { LiveText } from './live-text.ts';
import { passagesIn, sentenceBefore, sentenceFrom } from './passages.ts';

/** Answers the commands that need a place in the text. */
export function useReaderCommands(live: LiveText | null): void {
  const registry = useCommands();
  const store = useAppStore();
  const actions = useActions();

  useEffect(() => {
    if (live === null) return;
    const current = (): { target: OneTarget; span: Span } | null => {
      const state = store.getState();
      if (state.selection !== null) {
        return { target: { kind: 'span', span: state.selection }, span: state.selection };
      }
      const mark = activeMark(state);
      return mark === null ? null : { target: { kind: 'mark', id: mark.id }, span: mark.span };
    };
    const open = (kind: 'tag' | 'note') => () => {
      const state = store.getState();
      if (state.chosen.size > 0) {
        if (kind === 'note') actions.announce(taggingMessages.oneNote);
        else actions.openOverlay(chosenOverlay([...state.chosen]));
        return;
      }
      const found = current();
      if (found === null) {
        actions.announce(stateMessages.nothingSelected);
        return;
      }
      live.scrolling.reveal(found.span);
      actions.openOverlay({ kind, target: found.target, anchor: live.anchor(found.span) });
    };
    const copy = (): void => {
      const state = store.getState();
      const found = current();
      if (found === null || state.document === null) {
        actions.announce(stateMessages.nothingSelected);
        return;
      }
      const source = passageText(state.document, found.span);
      const { start, end } = found.span;
      const text =
        source === null
          ? activeMark(state)?.selector.quote
          : source.text.slice(start - source.from, end - source.from);
      if (text !== undefined) void actions.copy(text, readerMessages.copied);
    };
    let last: Span | null = null;
    const sentence = (by: 1 | -1) => () => {
      const state = store.getState();
      if (state.document === null) return;
      // On from what is selected, a click, the mark just made, or the sentence chosen before; else from the first line.
      const caret = live.selecting.caret();
      const recent = [activeMark(state)?.span, last].find((span) => span && live.onScreen(span));
      const place = state.selection ?? (caret === null ? recent : null);
      const from = caret ?? state.reading.offset;
      const found =
        by === 1
          ? sentenceFrom(state.document, place?.end ?? from)
          : sentenceBefore(state.document, place?.start ?? from);
      if (found === null) return;
      last = found;
      live.selecting.select(found);
      live.scrolling.reveal(found);
    };
    const moveEnd = (end: End, by: 1 | -1, granularity: 'word' | 'grapheme') => () => {
      const state = store.getState();
      const mark = state.selection === null ? activeMark(state) : null;
      if (mark === null || state.document === null) {
        actions.announce(stateMessages.noActiveMark);
        return;
      }
      const language = state.document.details.language ?? undefined;
      const stops = new Stops(passagesIn(state.document), granularity, language);
      const next = stops.step(mark.span, end, by);
      if (next === null) {
        actions.announce(stateMessages.noFurther);
        return;
      }
      actions.respan(mark.id, next, end);
      const at = end === 'end' ? next.end - 1 : next.start;
      live.scrolling.reveal({ start: at, end: at + 1 });
    };
    const split = (): void => {
      const { selection, caret: shown } = store.getState();
      const caret = shown?.offset ?? live.selecting.caret();
      if (selection !== null) actions.splitMark([selection.start, selection.end]);
      else actions.splitMark(caret === null ? [] : [caret]);
    };
    const removers = [
      registry.register('mark.endOn', moveEnd('end', 1, 'word')),
      registry.register('mark.endBack', moveEnd('end', -1, 'word')),
      registry.register('mark.startOn', moveEnd('start', 1, 'word')),
      registry.register('mark.startBack', moveEnd('start', -1, 'word')),
      registry.register('mark.endOnCharacter', moveEnd('end', 1, 'grapheme')),
      registry.register('mark.endBackCharacter', moveEnd('end', -1, 'grapheme')),
      registry.register('mark.startOnCharacter', moveEnd('start', 1, 'grapheme')),
      registry.register('mark.startBackCharacter', moveEnd('start', -1, 'grapheme')),
      registry.register('mark.split', split),
      registry.register('mark.tag', open('tag')),
      registry.register('mark.note', open('note')),
      registry.register('mark.copy', copy),
      registry.register('select.sentence', sentence(1)),
      registry.register('select.previousSentence', sentence(-1)),
    ];
    return () => {
      for (const remove of removers) remove();
    };
  }, [live, registry, store, actions]);
}
