import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/literata/wght.css';
import '@fontsource-variable/literata/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { CommandContext, CommandRegistry } from './commands/registry.ts';
import { createActions } from './state/actions.ts';
import { AppContext } from './state/context.ts';
import { createAppStore } from './state/store.ts';
import { guardClosing } from './state/guard-closing.ts';
import { listenToMain } from './state/listen.ts';

const store = createAppStore();
const stamp = { id: () => crypto.randomUUID(), now: () => new Date().toISOString() };
const actions = createActions(store, stamp);
listenToMain(store, actions);
guardClosing(window, store, actions);

/** Milliseconds after which the window is drawn without a text: the library takes long to open. */
const patience = 400;

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
// The first frame has the text in it, so nothing is drawn twice.
const draw = once(() => {
  createRoot(root).render(
    <AppContext value={{ store, actions }}>
      <CommandContext value={new CommandRegistry()}>
        <App />
      </CommandContext>
    </AppContext>,
  );
});
store.subscribe(({ about, openFailure }) => {
  if (about !== null || openFailure !== null) draw();
});
setTimeout(draw, patience);
void actions.start().then(() => actions.takeLate());

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
