import { startTransition, useCallback, useEffect, useState } from 'react';
import { appMessages } from '../core/messages/en/app.ts';
import { taggingMessages } from '../core/messages/en/tagging.ts';
import type { DocumentId } from '../core/model/document.ts';
import type * as AroundModule from './around.tsx';
import { useAppCommands } from './commands/app-commands.ts';
import { useCommand } from './commands/registry.ts';
import { Busy } from './frame/busy.tsx';
import { Foot } from './frame/foot.tsx';
import { Notices } from './frame/notices.tsx';
import { Pane } from './frame/pane.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { usePanes } from './frame/use-panes.ts';
import { useTheme } from './frame/use-theme.ts';
import { Reader } from './reader/reader.tsx';
import { FindBar } from './search/find-bar.tsx';
import { listenToMenu } from './state/listen.ts';
import { useActions, useApp, useAppStore } from './state/context.ts';
import { TooltipProvider } from './ui/tooltip.tsx';
import './app.css';

/** The window: top bar, library, page, marks, foot, and what floats above them. */
export function App() {
  const actions = useActions();
  const store = useAppStore();
  const title = useApp(({ document }) => document?.entry.title ?? null);
  // A sheet lies over all of it but the foot.
  const covered = useApp(({ sheet }) => sheet !== null);
  const announcement = useApp((state) => state.announcement);
  const { libraryWidth, marksWidth } = useApp(({ settings }) => settings);
  const strip = useApp(({ document: open, settings }) => open !== null && settings.tagStrip);
  const [renaming, setRenaming] = useState<DocumentId | null>(null);
  const panes = usePanes();
  const around = useAround();

  useTheme();
  useAppCommands(listenToMenu);
  // After the app's own answers, because only the window knows whether a pane has room.
  useCommand('view.library', panes.toggleLibrary);
  useCommand('view.marks', panes.toggleMarks);
  const { showLibrary } = panes;
  const renameCurrent = useCallback(() => {
    const open = store.getState().document?.entry.id;
    if (open === undefined) return;
    showLibrary();
    setRenaming(open);
  }, [store, showLibrary]);
  useCommand('document.rename', renameCurrent);

  useEffect(() => {
    document.title = title === null ? appMessages.name : appMessages.windowTitle(title);
  }, [title]);

  return (
    <TooltipProvider delayDuration={500} skipDelayDuration={200}>
      <div className="app">
        <div className="app-top" inert={covered}>
          <TopBar panes={panes} />
        </div>
        <div className="app-panes" inert={covered}>
          <Pane
            name="library"
            label={appMessages.library}
            state={panes.library}
            width={libraryWidth}
            least={200}
            most={420}
            resizeLabel={appMessages.resizeLibrary}
            onResize={(width) => void actions.changeSettings({ libraryWidth: width })}
            onClose={panes.closeOver}
          >
            {around !== null && <around.LibrarySide renaming={renaming} onRename={setRenaming} />}
          </Pane>
          <div className="app-page">
            <Notices />
            <Busy />
            <FindBar />
            <Reader />
            {around !== null && <around.ArmedBar />}
            {around !== null && <around.LinkingBar />}
            {strip && (
              <section className="app-strip" aria-label={taggingMessages.strip}>
                {around !== null && <around.TagStrip />}
              </section>
            )}
          </div>
          <Pane
            name="marks"
            label={appMessages.marks}
            state={panes.marks}
            width={marksWidth}
            least={240}
            most={520}
            resizeLabel={appMessages.resizeMarks}
            onResize={(width) => void actions.changeSettings({ marksWidth: width })}
            onClose={panes.closeOver}
          >
            {around !== null && <around.MarksPane />}
          </Pane>
        </div>
        <Foot />
        {around !== null && <around.Floating />}
        <div className="sr-only" role="status" data-testid="announcement">
          {announcement}
        </div>
      </div>
    </TooltipProvider>
  );
}

type Around = typeof AroundModule;

/** What stands around the page is fetched and drawn when the text has been painted, so that the text waits for nothing. */
function useAround(): Around | null {
  const [around, setAround] = useState<Around | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // A task of its own comes after the frame.
      timer = setTimeout(() => {
        void import('./around.tsx').then((loaded) => {
          startTransition(() => setAround(loaded));
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return around;
}
