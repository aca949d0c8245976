import type { Failure } from '../../core/contract.ts';
import { readerMessages } from '../../core/messages/en/reader.ts';
import { useActions } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useKeyLabel } from '../commands/use-key-label.ts';

/** What stands in the place of a text: how to open one, or why the last one could not be opened. */
export function EmptyPage({ failure }: { failure: Failure | null }) {
  const { pickFiles } = useActions();
  const key = useKeyLabel()('file.import');
  return (
    <div className="empty-page" role={failure === null ? undefined : 'alert'}>
      <h1>{failure === null ? readerMessages.emptyTitle : readerMessages.failedTitle}</h1>
      {failure !== null && <p className="empty-what">{failure.message}</p>}
      <p>{failure === null ? readerMessages.emptyHint : readerMessages.failedHint}</p>
      <p className="empty-do">
        <Button look="accent" onClick={() => void pickFiles()}>
          {readerMessages.open}
        </Button>
        {key !== null && <Kbd>{key}</Kbd>}
        <span>{readerMessages.drop}</span>
      </p>
    </div>
  );
}
