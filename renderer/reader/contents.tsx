import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { readerMessages } from '../../core/messages/en/reader.ts';
import type { OutlineItem } from '../../core/text/outline.ts';
import { bookmarkSpan } from '../state/bookmarks.ts';
import { useActions, useApp } from '../state/context.ts';
import { Empty } from '../ui/empty.tsx';
import { BookmarkList } from './bookmark-list.tsx';
import './contents.css';

/** The headings of the text, at the page's edge; the one that is being read is marked. */
export function Contents({ outline }: { outline: readonly OutlineItem[] }) {
  const panel = useRef<HTMLElement>(null);
  const { travelTo, showPanel } = useActions();
  const current = useApp((state) =>
    outline.findLastIndex((item) => item.start <= state.reading.offset + 1),
  );
  const least = Math.min(...outline.map((item) => item.level));

  useEffect(() => {
    const element = panel.current;
    const start = element?.querySelector<HTMLElement>('[aria-current]') ?? element;
    start?.focus({ preventScroll: true });
    start?.scrollIntoView({ block: 'nearest' });
    const outside = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const inPage = target?.closest('[data-testid="reader"]') !== null;
      if (inPage && element?.contains(target) === false) showPanel(null);
    };
    window.addEventListener('pointerdown', outside);
    return () => {
      window.removeEventListener('pointerdown', outside);
    };
  }, [showPanel]);

  const close = (): void => {
    showPanel(null);
    panel.current?.closest<HTMLElement>('[data-testid="reader"]')?.focus({ preventScroll: true });
  };
  const go = (item: OutlineItem): void => {
    close();
    travelTo({ start: item.start, end: item.start + item.text.length });
  };

  return (
    <div className="contents-place">
      <nav
        ref={panel}
        className="contents"
        data-testid="contents"
        data-own-keys
        aria-label={readerMessages.contents}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            close();
          } else moveAlong(event);
        }}
      >
        <BookmarkList
          onGo={(bookmark) => {
            close();
            travelTo(bookmarkSpan(bookmark));
          }}
        />
        <h2>{readerMessages.contents}</h2>
        {outline.length === 0 && (
          <Empty title={readerMessages.noHeadings}>{readerMessages.noHeadingsHint}</Empty>
        )}
        <ul>
          {outline.map((item, index) => (
            <li key={item.start}>
              <button
                type="button"
                dir="auto"
                style={{ '--indent': Math.min(item.level - least, 4) } as CSSProperties}
                aria-current={index === current ? 'location' : undefined}
                onClick={() => go(item)}
              >
                {item.text}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[Math.min(Math.max(next, 0), items.length - 1)]?.focus();
}
