import { useEffect, useLayoutEffect, useRef } from 'react';
import { pageMessages } from '../../core/messages/en/pages.ts';
import { useActions, useApp } from '../state/context.ts';
import { FirstPages } from './pages/first-pages.ts';
import './first-look.css';

/** How long the document may take to its own first picture before it is shown without, ms. */
const longestSwap = 2000;

/** The pages of a file whose text is being read, over the reader until the document itself can be seen there. */
export function FirstLook({ under }: { under: HTMLElement }) {
  const look = useApp((state) => state.firstLook);
  return look === null ? null : <Look key={look.name} name={look.name} under={under} />;
}

function Look({ name, under }: { name: string; under: HTMLElement }) {
  const actions = useActions();
  const shown = useApp((state) => state.firstLook?.shown === true);
  const opened = useApp((state) => state.document !== null);
  const scroller = useRef<HTMLElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (scroller.current === null || page.current === null || text.current === null) return;
    const parts = { scroller: scroller.current, page: page.current, text: text.current };
    const pages = new FirstPages(parts, actions.readImportSource);
    void pages.draw(() => void actions.showFirstLook());
    const { scroller: own } = parts;
    const onScroll = (): void => actions.lookAt(pages.place);
    own.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      own.removeEventListener('scroll', onScroll);
      pages.stop();
    };
  }, [actions]);

  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!shown || scroller.current === null) return;
    if (focused === document.body || under.contains(focused)) {
      scroller.current.focus({ preventScroll: true });
    }
  }, [shown, under]);

  useEffect(() => {
    const own = scroller.current;
    if (!shown || !opened || own === null) return;
    const end = (): void => {
      const focused = own.contains(document.activeElement);
      actions.endFirstLook();
      if (focused) under.focus({ preventScroll: true });
    };
    return whenSeen(under, end);
  }, [shown, opened, under, actions]);

  return (
    <section
      ref={scroller}
      className="reader first-look"
      data-shown={shown || undefined}
      data-testid="first-look"
      aria-label={pageMessages.firstPages(name)}
      aria-busy
      tabIndex={shown ? 0 : -1}
    >
      <div ref={page} className="page" data-view="pages">
        <div ref={text} className="text" role="img" aria-label={pageMessages.firstPages(name)} />
      </div>
    </section>
  );
}

/** Calls `end` when the document can be seen in the reader: its text, or the picture of a page of it. */
function whenSeen(under: HTMLElement, end: () => void): () => void {
  const seen = (): boolean =>
    under.querySelector('.page:not([data-view="pages"]), .paper-picture, .paper-trouble') !== null;
  const look = (): void => {
    if (!seen()) return;
    stop();
    end();
  };
  const changes = new MutationObserver(look);
  const timer = setTimeout(() => {
    stop();
    end();
  }, longestSwap);
  const stop = (): void => {
    changes.disconnect();
    clearTimeout(timer);
  };
  changes.observe(under, { childList: true, subtree: true });
  look();
  return stop;
}
