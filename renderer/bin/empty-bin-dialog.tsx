import { useEffect, useRef } from 'react';
import type { Bin } from '../../core/contract.ts';
import { binMessages } from '../../core/messages/en/bin.ts';
import { useActions } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** The one act that nothing takes back asks first, and Enter means no. */
export function EmptyBinDialog({ bin, onClose }: { bin: Bin; onClose: () => void }) {
  const actions = useActions();
  const cancel = useRef<HTMLButtonElement>(null);
  // The dialog gave the focus to its first button when it opened.
  useEffect(() => cancel.current?.focus(), []);
  const inside = bin.documents.reduce((sum, { marks }) => sum + marks, 0);
  return (
    <Dialog
      title={binMessages.askTitle}
      closeLabel={binMessages.cancel}
      className="bin-ask"
      onClose={onClose}
    >
      <p>{binMessages.ask(bin.documents.length, inside, bin.marks.length)}</p>
      <p>{binMessages.askHint}</p>
      <div className="bin-ask-buttons">
        <Button ref={cancel} onClick={onClose}>
          {binMessages.cancel}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            void actions.emptyBin();
          }}
        >
          {binMessages.emptyNow}
        </Button>
      </div>
    </Dialog>
  );
}
