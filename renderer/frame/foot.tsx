import type { CommandId } from '../../core/commands.ts';
import { appMessages } from '../../core/messages/en/app.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useApp } from '../state/context.ts';
import { PageControls } from './page-controls.tsx';
import { SavingState } from './saving-state.tsx';
import './foot.css';

const hints = [
  'select.sentence',
  'mark.highlight',
  'mark.tag',
  'mark.note',
  'help.keys',
] as const satisfies readonly CommandId[];

/** Whether the marks are safe, how many there are, how far the reader is, and the keys that matter most. */
export function Foot() {
  const marks = useApp((state) => state.marks.size);
  const tags = useApp((state) => state.marks.tagCount);
  const progress = useApp(({ reading }) => Math.round(reading.progress * 100) / 100);
  const reading = useApp(({ document }) => document !== null);
  const covered = useApp(({ sheet }) => sheet !== null);
  return (
    <footer className="foot">
      <SavingState />
      {reading && (
        <>
          <span className="foot-fact">{appMessages.marksAndTags(marks, tags)}</span>
          <span className="foot-fact" title={appMessages.progressLabel(progress)}>
            {appMessages.progress(progress)}
          </span>
          <PageControls />
          {!covered && (
            <div className="foot-keys">
              {hints.map((id) => (
                <span key={id} className="foot-key">
                  <KeyHint command={id} />
                  {appMessages.keyHints[id]}
                </span>
              ))}
            </div>
          )}
        </>
      )}
    </footer>
  );
}
