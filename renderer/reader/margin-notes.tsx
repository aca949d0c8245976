import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { readerMessages } from '../../core/messages/en/reader.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { useApp, useAppStore } from '../state/context.ts';
import type { LiveText } from './live-text.ts';
import { MarginNote } from './margin-note.tsx';
import { stackNotes } from './stack-notes.ts';
import './margin-notes.css';

/** Beyond this many near the viewport only those nearest to the line being read are drawn. */
const mostNotes = 120;
const gap = 10;

/** Tags and notes beside their passages, in the margin of a wide window. */
export function MarginNotes({ live }: { live: LiveText }) {
  const { view } = live;
  const store = useAppStore();
  const near = useSyncExternalStore(
    (listener) => view.near.subscribe(listener),
    () => view.near.indexes,
  );
  const marks = useApp((state) => state.marks);
  const change = useApp((state) => state.marksChange);
  const active = useApp((state) => state.active);
  const loaded = useApp((state) => state.document?.loaded);
  const column = useRef<HTMLElement>(null);

  // The index changes in place: this object is new for each change.
  const current = useMemo(() => ({ marks, change }), [marks, change]);

  const shown = useMemo(() => {
    const found = [...near]
      .sort((a, b) => a - b)
      .flatMap((index) => {
        const info = view.info(index);
        return current.marks
          .overlapping(info)
          .filter((mark) => mark.span.start >= info.start && hasMargin(mark));
      });
    return nearest(found, store.getState().reading.offset);
  }, [near, current, view, store]);

  useLayoutEffect(() => {
    const place = (): void => {
      const element = column.current;
      if (element === null) return;
      const origin = element.getBoundingClientRect().top;
      const notes = [...element.querySelectorAll<HTMLElement>('.margin-note')];
      const places = shown.map((mark, index) => ({
        anchor: (view.characterRect(mark.span.start)?.top ?? origin) - origin,
        height: notes[index]?.offsetHeight ?? 0,
      }));
      stackNotes(places, gap).forEach((top, index) => {
        const note = notes[index];
        if (note !== undefined) note.style.top = `${top}px`;
      });
    };
    place();
    const stop = view.onMove(place);
    const observer = new ResizeObserver(place);
    for (const note of column.current?.children ?? []) observer.observe(note);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [view, shown, active, loaded]);

  return (
    <aside
      ref={column}
      className="margin-notes"
      data-at-once
      aria-label={readerMessages.marginNotes}
    >
      {shown.map((mark) => (
        <MarginNote key={mark.id} mark={mark} active={mark.id === active} />
      ))}
    </aside>
  );
}

function hasMargin(mark: Annotation): boolean {
  return mark.tags.length > 0 || mark.note !== '';
}

function nearest(marks: readonly Annotation[], offset: number): readonly Annotation[] {
  if (marks.length <= mostNotes) return marks;
  const at = marks.findIndex((mark) => mark.span.start >= offset);
  const from = Math.max((at === -1 ? marks.length : at) - mostNotes / 3, 0);
  return marks.slice(from, from + mostNotes);
}
