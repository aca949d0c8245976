import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import './list-dialog.css';

interface ListDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly testId: string;
  readonly onClose: () => void;
  /** Stands above the list. */
  readonly lead?: ReactNode;
  /** What the chosen item means, in words. */
  readonly says?: string | null;
  /** Why the last request came to nothing. */
  readonly problem: string | null;
  /** The buttons under the list. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** A dialog with a list to choose from, and what can be done with the choice under it. */
export function ListDialog(props: ListDialogProps) {
  const { title, closeLabel, testId, onClose, lead, says = null, problem, buttons } = props;
  return (
    <Dialog title={title} closeLabel={closeLabel} onClose={onClose} className="list-dialog">
      <div className="list-dialog-inside" data-testid={testId}>
        {lead}
        <div className="list-dialog-body">{props.children}</div>
        <footer className="list-dialog-foot">
          {problem === null ? (
            <p role="status">{says}</p>
          ) : (
            <p role="alert" className="list-dialog-problem">
              {problem}
            </p>
          )}
          {buttons}
        </footer>
      </div>
    </Dialog>
  );
}
