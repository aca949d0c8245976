import { useEffect } from 'react';
import { FilePlus } from 'lucide-react';
import { appMessages } from '../../core/messages/en/app.ts';
import { useActions, useApp } from '../state/context.ts';
import { collectDropped, droppedEntries } from '../state/dropped-files.ts';
import { Icon } from '../ui/icon.tsx';
import './drop-zone.css';

/** Files and folders dropped anywhere in the window are opened; whatever else is dropped is left alone. */
export function DropZone() {
  const actions = useActions();
  const dragging = useApp((state) => state.dragging);

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent): void => {
      // The page must never be replaced by a file.
      event.preventDefault();
      if (event.dataTransfer === null) return;
      event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
      if (hasFiles(event)) actions.setDragging(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) actions.setDragging(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      actions.setDragging(false);
      const entries = event.dataTransfer === null ? [] : droppedEntries(event.dataTransfer);
      if (entries.length > 0) void collectDropped(entries).then(actions.importFiles);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [actions]);

  if (!dragging) return null;
  return (
    <div className="drop-zone" data-testid="drop-zone">
      <div className="drop-card">
        <Icon of={FilePlus} />
        <p className="drop-title">{appMessages.dropTitle}</p>
        <p>{appMessages.dropHint}</p>
      </div>
    </div>
  );
}
