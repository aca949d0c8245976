import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/literata/wght.css';
import '@fontsource-variable/literata/wght-italic.css';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { useAppCommands } from '../../../renderer/commands/app-commands.ts';
import { CommandContext, CommandRegistry } from '../../../renderer/commands/registry.ts';
import { Reader } from '../../../renderer/reader/reader.tsx';
import { FindBar } from '../../../renderer/search/find-bar.tsx';
import { GoToDialog } from '../../../renderer/search/go-to-dialog.tsx';
import { leavesIn, offsetOf, pointIn, pointsOf } from '../../../renderer/reader/points.ts';
import { createActions, type Actions } from '../../../renderer/state/actions.ts';
import { AppContext } from '../../../renderer/state/context.ts';
import { createAppStore, type AppStore } from '../../../renderer/state/store.ts';
import { TooltipProvider } from '../../../renderer/ui/tooltip.tsx';
import { composeText } from '../../../core/text/compose.ts';
import { fakeMain, type FakeMain, type FakeText } from './fake-bridge.ts';
import { bareMarks, buoyMarks, buoyTags } from './marks.ts';
import { pagesOf } from './pages.ts';
import { settled } from './settled.ts';
import { book, buoys, nasty, paragraph, heading } from './texts.ts';

export interface Harness extends Pick<FakeMain, 'asked' | 'release'> {
  /** Shows a text in place of the one before, and waits until it is settled. */
  readonly show: (text: FakeText | null) => Promise<void>;
  /** Waits until what is shown is whole and at rest, as `settled` has it. */
  readonly settled: () => Promise<void>;
  readonly store: AppStore;
  readonly actions: Actions;
  readonly points: typeof points;
  readonly texts: typeof texts;
  readonly marks: typeof marks;
}

const points = { leavesIn, offsetOf, pointIn, pointsOf };
const texts = { nasty, book, buoys, paragraph, heading, composeText, pagesOf };
const marks = { bareMarks, buoyMarks, buoyTags };

declare global {
  interface Window {
    harness: Harness;
  }
}

function Frame() {
  useAppCommands(noMenu);
  return (
    <TooltipProvider>
      <FindBar />
      <Reader />
      <GoToDialog />
    </TooltipProvider>
  );
}

const noMenu = () => () => undefined;
const element = document.getElementById('app');
if (element === null) throw new Error('the harness has no #app');
const root = createRoot(element);

function show(text: FakeText | null): Promise<void> {
  const { bridge, asked, owed, release } = fakeMain(text);
  Object.defineProperty(window, 'commonplace', { value: bridge, configurable: true });
  const store = createAppStore();
  const stamp = { id: () => crypto.randomUUID(), now: () => new Date().toISOString() };
  const actions = createActions(store, stamp);
  const rest = () => settled(store, text?.id ?? null, owed);
  const app = { store, actions };
  window.harness = { show, settled: rest, ...app, asked, release, points, texts, marks };
  // At once: nothing of the text before may be taken for the one that comes.
  flushSync(() => {
    root.render(
      <AppContext key={stamp.id()} value={app}>
        <CommandContext value={new CommandRegistry()}>
          <Frame />
        </CommandContext>
      </AppContext>,
    );
  });
  void actions.start();
  return rest();
}

void show(null);
