import { importRunMessages as messages } from '../../core/messages/en/import-runs.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './import-report.css';

/** More than anybody reads; the copy has all. */
const shown = 200;

/** What came of many files: how many are in, and why some are not. */
export function ImportReport() {
  const { closeImportReport, copy } = useActions();
  const report = useApp((state) => state.importReport);
  if (report === null) return null;
  const failures = report.results.flatMap(({ name, result }) =>
    result.kind === 'failed' && result.code !== 'cancelled'
      ? [{ name, message: result.message }]
      : [],
  );
  const notes = [
    ...(report.cancelled ? [messages.kept] : []),
    ...(report.more ? [messages.more] : []),
  ];
  const asText = (): string =>
    [
      messages.inAll(report),
      ...notes,
      ...failures.map(({ name, message }) => `${name}\n  ${message}`),
    ].join('\n');
  return (
    <Dialog
      title={report.cancelled ? messages.cancelledTitle : messages.title}
      closeLabel={messages.close}
      className="import-report"
      onClose={closeImportReport}
    >
      <div data-testid="import-report">
        <p className="import-in-all">{messages.inAll(report)}</p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {failures.length > 0 && (
          <ul className="import-failures" aria-label={messages.failures} tabIndex={0}>
            {failures.slice(0, shown).map(({ name, message }) => (
              <li key={name}>
                <strong dir="auto">{name}</strong>
                <span>{message}</span>
              </li>
            ))}
            {failures.length > shown && <li>{messages.moreFailures(failures.length - shown)}</li>}
          </ul>
        )}
        <div className="import-report-buttons">
          {failures.length > 0 && (
            <Button onClick={() => void copy(asText(), messages.copied)}>{messages.copy}</Button>
          )}
          <Button look="accent" onClick={closeImportReport}>
            {messages.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
