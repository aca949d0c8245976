import {
  Suspense,
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
} from 'react';
import { memoMessages as messages } from '../../core/messages/en/memos.ts';
import { noteMessages } from '../../core/messages/en/tags.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segments } from '../ui/segments.tsx';
import './memo-dialog.css';

/** After so long without a key what is written is kept, ms. */
const pause = 1500;
const looks = ['write', 'read'] as const;

interface PreviewProps {
  /** Shows Markdown. */
  readonly Preview: ComponentType<{ readonly note: string }>;
}

/** Writes what the reader says of the open text, or of the whole library. */
export function MemoDialog({ Preview }: PreviewProps) {
  const panel = useApp((state) => state.panel);
  const open = useApp(({ document }) => document?.entry ?? null);
  if (panel === 'library-memo') {
    return <Writing key="" on={null} title={messages.onLibrary} Preview={Preview} />;
  }
  if (panel !== 'memo' || open === null) return null;
  const title = messages.onText(open.title);
  return <Writing key={open.id} on={open.id} title={title} Preview={Preview} />;
}

interface WritingProps extends PreviewProps {
  readonly on: DocumentId | null;
  readonly title: string;
}

/** Every way out keeps what was written; one undo takes it back. */
function Writing({ on, title, Preview }: WritingProps) {
  const actions = useActions();
  const mac = useApp(({ about }) => about?.platform === 'mac');
  const [sitting] = useState(() => actions.startMemo(on));
  const [text, setText] = useState(sitting.text);
  const [look, setLook] = useState<(typeof looks)[number]>('write');
  const field = useRef<HTMLTextAreaElement>(null);
  const written = useRef(text);
  const close = (): void => actions.showPanel(null);

  useEffect(() => {
    written.current = text;
    const timer = setTimeout(() => sitting.keep(text), pause);
    return () => clearTimeout(timer);
  }, [sitting, text]);

  useEffect(() => {
    // Before the window asks itself whether anything waits to be saved.
    const leave = (): void => sitting.keep(written.current);
    window.addEventListener('beforeunload', leave, true);
    return () => {
      window.removeEventListener('beforeunload', leave, true);
      sitting.end(written.current);
    };
  }, [sitting]);

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <Dialog title={title} closeLabel={messages.close} onClose={close} className="memo">
      <div className="memo-inside" data-testid="memo" onKeyDown={onKeyDown}>
        <textarea
          ref={field}
          className="memo-text"
          aria-label={messages.field}
          placeholder={messages.placeholder[on === null ? 'library' : 'text']}
          hidden={look === 'read'}
          maxLength={100_000}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {look === 'read' && (
          <div
            className="memo-read"
            role="region"
            aria-label={messages.field}
            tabIndex={0}
            dir="auto"
          >
            {text.trim() === '' ? (
              <p>{messages.nothing}</p>
            ) : (
              <Suspense fallback={text}>
                <Preview note={text} />
              </Suspense>
            )}
          </div>
        )}
        <div className="memo-foot">
          <Segments
            label={messages.look}
            options={looks}
            names={messages.looks}
            value={look}
            onChoose={setLook}
          />
          <span>{messages.markdown}</span>
          <span className="memo-keys">
            <Kbd>{mac ? '⌘ Enter' : 'Ctrl Enter'}</Kbd>
            {noteMessages.or}
            <Kbd>Esc</Kbd>
            {noteMessages.saves}
          </span>
          <Button look="accent" onClick={close}>
            {messages.done}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
