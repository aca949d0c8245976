import { codebookFileMessages as messages } from '../../../core/messages/en/codebook.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** What a codebook from a file would do, before it does it. */
export function ImportDialog() {
  const actions = useActions();
  const preview = useApp((state) => state.codebookPreview);
  if (preview === null) return null;
  const { name, patch, refused } = preview;
  return (
    <Dialog
      title={messages.title}
      closeLabel={messages.close}
      className="codebook-import"
      onClose={actions.closeCodebookPreview}
    >
      <div data-testid="codebook-import">
        <p dir="auto">{messages.from(name)}</p>
        <ul>
          {messages.counts(preview).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {refused.length > 0 && <p dir="auto">{messages.refused(refused)}</p>}
        <p className="rule-hint">{patch === null ? messages.nothing : messages.hint}</p>
        <div className="codebook-import-buttons">
          <Button onClick={actions.closeCodebookPreview}>{messages.cancel}</Button>
          <Button
            look="accent"
            disabled={patch === null}
            onClick={() => actions.importCodebook(preview)}
          >
            {messages.take}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
