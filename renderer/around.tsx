import { lazy, type ComponentProps } from 'react';
import { BackupsPanel } from './backups/backups-panel.tsx';
import { BinPanel } from './bin/bin-panel.tsx';
import { DropZone } from './frame/drop-zone.tsx';
import { Toasts } from './frame/toasts.tsx';
import { typographyButton } from './frame/top-bar.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { ImportReport } from './library/import-report.tsx';
import { LibraryPane } from './library/library-pane.tsx';
import { LinkDialog } from './links/link-dialog.tsx';
import { MemoDialog } from './notes/memo-dialog.tsx';
import { NoteEditor } from './notes/note-editor.tsx';
import { PaletteDialog } from './palette/palette-dialog.tsx';
import { GoToDialog } from './search/go-to-dialog.tsx';
import { KeysPanel } from './settings/keys-panel.tsx';
import { TypographyPanel } from './settings/typography-panel.tsx';
import { CodebookSheet } from './tags/codebook/codebook-sheet.tsx';
import { ImportDialog } from './tags/codebook/import-dialog.tsx';
import { SplitSheet } from './tags/codebook/split-sheet.tsx';
import { PassagesSheet } from './tags/passages/passages-sheet.tsx';
import { FiltersPanel } from './tags/filters-panel.tsx';
import { AutoTagPanel } from './tags/autotag/auto-tag-panel.tsx';
import { TagBox } from './tags/tag-box.tsx';
import { TagPane } from './tags/tag-pane.tsx';

export { LinkingBar } from './links/linking-bar.tsx';
export { ArmedBar } from './tags/armed-bar.tsx';
export { TagStrip } from './tags/tag-strip.tsx';
export { MarksPane } from './sidebar/marks-pane.tsx';

// What stands around the page and above it: a part of the program of its own, loaded when the text is on screen.

// Markdown is read only once a memo is to be seen.
const NoteText = lazy(async () => ({ default: (await import('./reader/note-text.tsx')).NoteText }));

/** What the pane on the left holds. */
export function LibrarySide(props: ComponentProps<typeof LibraryPane>) {
  return (
    <>
      <LibraryPane {...props} />
      <TagPane />
    </>
  );
}

/** What floats above the page. */
export function Floating() {
  return (
    <>
      <CodebookSheet />
      <PassagesSheet />
      <SplitSheet />
      <ImportDialog />
      <FiltersPanel />
      <TypographyPanel anchorId={typographyButton} />
      <KeysPanel />
      <HistoryPanel />
      <BinPanel />
      <BackupsPanel />
      <GoToDialog />
      <PaletteDialog />
      <LinkDialog />
      <AutoTagPanel />
      <MemoDialog Preview={NoteText} />
      <TagBox />
      <NoteEditor />
      <ImportReport />
      <Toasts />
      <DropZone />
    </>
  );
}
