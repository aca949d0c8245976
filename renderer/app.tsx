import { useCallback, useEffect, useState } from 'react';
import { appMessages } from '../core/messages/en/app.ts';
import type { DocumentId } from '../core/model/document.ts';
import { BackupsPanel } from './backups/backups-panel.tsx';
import { BinPanel } from './bin/bin-panel.tsx';
import { useAppCommands } from './commands/app-commands.ts';
import { useCommand } from './commands/registry.ts';
import { Busy } from './frame/busy.tsx';
import { DropZone } from './frame/drop-zone.tsx';
import { Foot } from './frame/foot.tsx';
import { Notices } from './frame/notices.tsx';
import { Pane } from './frame/pane.tsx';
import { Toasts } from './frame/toasts.tsx';
import { TopBar, typographyButton } from './frame/top-bar.tsx';
import { usePanes } from './frame/use-panes.ts';
import { useTheme } from './frame/use-theme.ts';
import { HistoryPanel } from './history/history-panel.tsx';
import { LibraryPane } from './library/library-pane.tsx';
import { NoteEditor } from './notes/note-editor.tsx';
import { Reader } from './reader/reader.tsx';
import { FindBar } from './search/find-bar.tsx';
import { GoToDialog } from './search/go-to-dialog.tsx';
import { KeysPanel } from './settings/keys-panel.tsx';
import { TypographyPanel } from './settings/typography-panel.tsx';
import { MarksPane } from './sidebar/marks-pane.tsx';
import { listenToMenu } from './state/listen.ts';
import { useActions, useApp, useAppStore } from './state/context.ts';
import { TagBox } from './tags/tag-box.tsx';
import { TagPane } from './tags/tag-pane.tsx';
import { TooltipProvider } from './ui/tooltip.tsx';
import './app.css';

/** The window: top bar, library, page, marks, foot, and what floats above them. */
export function App() {
  const actions = useActions();
  const store = useAppStore();
  const title = useApp(({ document }) => document?.entry.title ?? null);
  const announcement = useApp((state) => state.announcement);
  const { libraryWidth, marksWidth } = useApp(({ settings }) => settings);
  const [renaming, setRenaming] = useState<DocumentId | null>(null);
  const panes = usePanes();

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
        <TopBar panes={panes} />
        <div className="app-panes">
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
            <LibraryPane renaming={renaming} onRename={setRenaming} />
            <TagPane />
          </Pane>
          <div className="app-page">
            <Notices />
            <Busy />
            <FindBar />
            <Reader />
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
            <MarksPane />
          </Pane>
        </div>
        <Foot />
        <TypographyPanel anchorId={typographyButton} />
        <KeysPanel />
        <HistoryPanel />
        <BinPanel />
        <BackupsPanel />
        <GoToDialog />
        <TagBox />
        <NoteEditor />
        <Toasts />
        <DropZone />
        <div className="sr-only" role="status" data-testid="announcement">
          {announcement}
        </div>
      </div>
    </TooltipProvider>
  );
}
