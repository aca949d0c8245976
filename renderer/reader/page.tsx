import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { OpenDocument } from '../state/open-document.ts';
import { useActions, useApp, useAppStore } from '../state/context.ts';
import { afterFrame } from '../state/after-frame.ts';
import { BackButton } from './back-button.tsx';
import { Contents } from './contents.tsx';
import { DocumentHead, SourceFacts } from './document-head.tsx';
import { LiveText } from './live-text.ts';
import { MarginNotes } from './margin-notes.tsx';
import { Minimap } from './minimap/minimap.tsx';
import { usePageCommands } from './pages/use-page-commands.ts';
import { pageStyle, usePageScale } from './pages/use-page-scale.ts';
import { PageBoxes } from './pages/page-boxes.tsx';
import { SectionView } from './section-view.tsx';
import { Toolbars } from './toolbars.tsx';
import { hasNoteColumn, typeStyle } from './type-style.ts';
import { useBookmarkCommands } from './use-bookmark-commands.ts';
import { useCaretCommands } from './use-caret-commands.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { useReaderKeys } from './use-reader-keys.ts';

interface PageProps {
  readonly document: OpenDocument;
  readonly scroller: HTMLElement;
  /** Of the pane, CSS px. */
  readonly width: number;
}

/** One open document. Text is drawn here by React; marks, selection and scrolling are LiveText's. */
export function Page({ document: open, scroller, width }: PageProps) {
  const [page, setPage] = useState<HTMLElement | null>(null);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const [handles, setHandles] = useState<HTMLElement | null>(null);
  const live = useLive(open, scroller, page, layer, handles);
  const settings = useApp((state) => state.settings);
  const panel = useApp((state) => state.panel);
  const scale = usePageScale(open.pages, scroller, width);
  const wide = scale?.notes ?? hasNoteColumn(settings, width);
  const painted = useFirstFrame();
  useReaderCommands(live);
  useCaretCommands(live);
  useBookmarkCommands(live);
  useReaderKeys(live);
  usePageCommands(live, scale);
  useEffect(() => {
    if (document.activeElement === document.body) scroller.focus({ preventScroll: true });
  }, [scroller]);

  const { fontSize, lineHeight, measure, readingFace } = settings;
  useLayoutEffect(() => {
    live?.scrolling.keepLine();
  }, [live, fontSize, lineHeight, measure, readingFace, scale]);

  return (
    <>
      {panel === 'contents' && <Contents outline={open.outline} />}
      {live !== null && open.entry.characters > 0 && (
        <Minimap live={live} characters={open.entry.characters} />
      )}
      <div
        ref={setPage}
        className="page"
        data-wide={wide || undefined}
        data-view={scale === null ? 'text' : 'pages'}
        data-marks-look={settings.marksLook}
        style={scale === null ? typeStyle(settings, width) : pageStyle(scale)}
      >
        <div ref={setLayer} className="mark-layer" aria-hidden />
        <article className="text" lang={open.details.language ?? undefined}>
          {scale !== null && open.pages !== null ? (
            <>
              {(open.notices.length > 0 || open.sourceMarks.length > 0) && (
                <header className="page-head">
                  <SourceFacts document={open} />
                </header>
              )}
              <PageBoxes pages={open.pages.infos} />
            </>
          ) : (
            <RunningText document={open} />
          )}
        </article>
        {wide && live !== null && painted && <MarginNotes live={live} />}
        <div ref={setHandles} className="mark-handles" aria-hidden />
      </div>
      {live !== null && <Toolbars live={live} />}
      <BackButton />
    </>
  );
}

function RunningText({ document: open }: { document: OpenDocument }) {
  return (
    <>
      <DocumentHead document={open} />
      {open.sections.map((info, index) => (
        <SectionView
          key={index}
          document={open.entry.id}
          index={index}
          info={info}
          content={open.loaded.get(index)}
        />
      ))}
    </>
  );
}

/** False until the text has been on screen: what stands beside it does not hold it up. */
function useFirstFrame(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterFrame(() => setPainted(true)), []);
  return painted;
}

/** Starts before the first paint, so that the text stands at its place and is painted in its first frame. */
function useLive(
  open: OpenDocument,
  scroller: HTMLElement,
  page: HTMLElement | null,
  layer: HTMLElement | null,
  handles: HTMLElement | null,
): LiveText | null {
  const store = useAppStore();
  const actions = useActions();
  const jump = useApp((state) => state.jump);
  const { sections } = open;
  const live = useMemo(() => {
    const { document: current } = store.getState();
    if (page === null || layer === null || handles === null) return null;
    if (current?.sections !== sections) return null;
    return new LiveText({ scroller, page, layer, handles }, current, store, actions);
  }, [scroller, page, layer, handles, sections, store, actions]);

  useLayoutEffect(() => live?.start(), [live]);
  useLayoutEffect(() => {
    live?.paintMissing();
  }, [live, open.loaded]);
  useEffect(() => {
    if (jump !== null) live?.jump(jump);
  }, [live, jump]);
  return live;
}
