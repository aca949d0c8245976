import { useLayoutEffect, useState } from 'react';
import { readerMessages } from '../../core/messages/en/reader.ts';
import { useApp } from '../state/context.ts';
import { EmptyPage } from './empty-page.tsx';
import { FirstLook } from './first-look.tsx';
import { Page } from './page.tsx';
import './reader.css';
import './blocks.css';
import './document-head.css';
import './pictures.css';
import './pages/pages.css';
import '../styles/highlights.css';

/** The pane of the text. It scrolls; the text is never virtualised, so that selection and find see all of it. */
export function Reader() {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const width = useWidth(scroller);
  const document = useApp((state) => state.document);
  const failure = useApp((state) => state.openFailure);
  const opening = useApp((state) => state.opening);
  const started = useApp((state) => state.about !== null);
  const coming = useApp(
    ({ firstLook, importing }) => firstLook?.shown === true || importing?.total === 1,
  );
  const entry = document?.entry;
  const main = (
    <main
      ref={setScroller}
      className="reader"
      data-testid="reader"
      tabIndex={0}
      aria-label={entry === undefined ? readerMessages.noLabel : readerMessages.label(entry.title)}
      aria-busy={opening !== null}
      onKeyUp={(event) => {
        const tabbed = event.key === 'Tab' && event.target === event.currentTarget;
        if (tabbed) event.currentTarget.toggleAttribute('data-tabbed', true);
      }}
      onBlur={(event) => event.currentTarget.removeAttribute('data-tabbed')}
    >
      {opening !== null && !coming && (
        <p className="opening" role="status">
          {readerMessages.opening}
        </p>
      )}
      {failure !== null && <EmptyPage failure={failure} />}
      {failure === null && document !== null && scroller !== null && width > 0 && (
        <Page
          key={`${document.entry.id} ${document.entry.variant} ${document.pages?.view}`}
          document={document}
          scroller={scroller}
          width={width}
        />
      )}
      {failure === null && document === null && opening === null && started && !coming && (
        <EmptyPage failure={null} />
      )}
    </main>
  );
  return (
    <div className="reading">
      {main}
      {scroller !== null && <FirstLook under={scroller} />}
    </div>
  );
}

/** Told by the observer: asked for while a text is drawn it would make the browser lay out twice. */
function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
