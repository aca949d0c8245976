import { BookOpenText, FileText, PanelLeft, PanelRight, TableOfContents } from 'lucide-react';
import { appMessages } from '../../core/messages/en/app.ts';
import { pageMessages } from '../../core/messages/en/pages.ts';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { useCommands } from '../commands/registry.ts';
import { useActions, useApp } from '../state/context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { FindField } from './find-field.tsx';
import type { Panes } from './use-panes.ts';
import './top-bar.css';

export const typographyButton = 'typography-button';
export const contentsButton = 'contents-button';

/** The name of the text, and what stands by it. */
export function TopBar({ panes }: { panes: Panes }) {
  const actions = useActions();
  const commands = useCommands();
  const keyLabel = useKeyLabel();
  const title = useApp(({ document }) => document?.entry.title ?? null);
  const source = useApp(({ document }) => document?.entry.sourceName ?? null);
  const outlined = useApp(({ document }) => (document?.outline.length ?? 0) > 0);
  const panel = useApp((state) => state.panel);
  const view = useApp(({ document }) => document?.pages?.view ?? null);

  return (
    <header className="top-bar">
      <IconButton
        label={appMessages.library}
        icon={PanelLeft}
        shortcut={keyLabel('view.library')}
        aria-pressed={panes.library !== 'hidden'}
        onClick={panes.toggleLibrary}
      />
      <IconButton
        id={contentsButton}
        label={appMessages.contents}
        icon={TableOfContents}
        shortcut={keyLabel('view.contents')}
        disabled={!outlined}
        aria-haspopup="dialog"
        aria-expanded={panel === 'contents'}
        onClick={() => commands.run('view.contents')}
      />
      <div className="top-bar-name">
        {title !== null && (
          <>
            <h1 dir="auto" title={title}>
              {title}
            </h1>
            {source !== title && <span dir="auto">{source}</span>}
          </>
        )}
      </div>
      {view !== null && (
        <IconButton
          label={pageMessages.show[view === 'pages' ? 'text' : 'pages']}
          icon={view === 'pages' ? BookOpenText : FileText}
          shortcut={keyLabel('view.pages')}
          onClick={() => commands.run('view.pages')}
        />
      )}
      <FindField onFind={panes.showMarks} />
      <IconButton
        id={typographyButton}
        label={appMessages.typography}
        letters="Aa"
        shortcut={keyLabel('view.typography')}
        aria-haspopup="dialog"
        aria-expanded={panel === 'typography'}
        onClick={() => actions.showPanel(panel === 'typography' ? null : 'typography')}
      />
      <IconButton
        label={appMessages.marks}
        icon={PanelRight}
        shortcut={keyLabel('view.marks')}
        aria-pressed={panes.marks !== 'hidden'}
        onClick={panes.toggleMarks}
      />
    </header>
  );
}
