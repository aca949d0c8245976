import { Minus, Plus } from 'lucide-react';
import { pageMessages } from '../../core/messages/en/pages.ts';
import { pageAt } from '../../core/text/page-labels.ts';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { useCommands } from '../commands/registry.ts';
import type { AppState } from '../state/app-state.ts';
import { useApp } from '../state/context.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Which page is on screen, and how large the pages are; nothing where a text has none. */
export function PageControls() {
  const commands = useCommands();
  const keyLabel = useKeyLabel();
  const place = useApp(placeWords);
  const shown = useApp(({ document }) => document?.pages?.view === 'pages');
  if (place === null) return null;
  return (
    <div className="page-controls">
      <button type="button" className="foot-page" onClick={() => commands.run('go.to')}>
        <span className="sr-only">{pageMessages.goTo}: </span>
        {place}
      </button>
      {shown && (
        <div role="group" aria-label={pageMessages.zoom} className="page-zoom">
          <IconButton
            label={pageMessages.zoomOut}
            icon={Minus}
            shortcut={keyLabel('view.smaller')}
            onClick={() => commands.run('view.smaller')}
          />
          <IconButton
            label={pageMessages.zoomIn}
            icon={Plus}
            shortcut={keyLabel('view.larger')}
            onClick={() => commands.run('view.larger')}
          />
        </div>
      )}
    </div>
  );
}

/** "p. iv · 12 of 300": the page at the line being read. */
function placeWords({ document, reading }: AppState): string | null {
  const infos = document?.pages?.infos;
  if (infos === undefined) return null;
  const index =
    reading.page === undefined ? pageAt(infos, reading.offset) : shownPage(reading.page);
  const at = Math.min(index, infos.length - 1);
  return pageMessages.place(infos[at]?.label ?? '', at, infos.length);
}

/** The page that most of the upper part of the window shows. */
function shownPage(place: number): number {
  return Math.floor(place + 0.3);
}
