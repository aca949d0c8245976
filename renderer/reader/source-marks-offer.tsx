import { useMemo } from 'react';
import { isTaken } from '../../core/edit/source-marks.ts';
import { sourceMarkMessages as messages } from '../../core/messages/en/source-marks.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';

/** Offers the marks that the file came with, as long as one of them is not among the reader's. */
export function SourceMarksOffer({ document: { entry, sourceMarks } }: { document: OpenDocument }) {
  const declined = useApp(({ settings }) => settings.declinedMarks.includes(entry.id));
  return sourceMarks.length === 0 || declined ? null : <Offer own={sourceMarks} />;
}

function Offer({ own }: { own: OpenDocument['sourceMarks'] }) {
  const { takeSourceMarks, declineSourceMarks } = useActions();
  const marks = useApp((state) => state.marks);
  const change = useApp((state) => state.marksChange);
  const missing = useMemo(
    () => own.filter((mark) => !isTaken(mark, marks.at(mark.start))).length,
    // The index changes in place: the change says when.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [own, marks, change],
  );
  const leave = (act: () => void) => (): void => {
    act();
    // The buttons go: the text has the keys.
    document.querySelector<HTMLElement>('[data-testid="reader"]')?.focus({ preventScroll: true });
  };
  if (missing === 0) return null;
  return (
    <section className="source-marks" data-testid="source-marks" data-own-keys>
      <p>
        {missing === own.length
          ? messages.offer(own.length)
          : messages.offerRest(missing, own.length)}
      </p>
      <Button onClick={leave(() => void takeSourceMarks())}>{messages.take}</Button>
      <Button look="quiet" onClick={leave(declineSourceMarks)}>
        {messages.decline}
      </Button>
    </section>
  );
}
