import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../core/contract.ts';

// The one thing that the page gets from outside. main checks every call; the names of the channels stand in
// main/shell/identity.ts too, because a preload imports nothing.
const ask = (name: string, input: unknown) =>
  ipcRenderer.invoke('call', name, input) as ReturnType<Bridge['call']>;

// What every page asks first is asked before its scripts are there: the answer comes while they are being read.
let start: ReturnType<Bridge['call']> | null = ask('app.start', {});

const bridge: Bridge = {
  call: (name, input) => {
    if (name !== 'app.start' || start === null) return ask(name, input);
    const early = start;
    start = null;
    return early;
  },
  on: (name, listener) => {
    const hear = (_event: unknown, happened: string, payload: unknown) => {
      if (happened === name) listener(payload);
    };
    ipcRenderer.on('event', hear);
    return () => {
      ipcRenderer.off('event', hear);
    };
  },
};

contextBridge.exposeInMainWorld('commonplace', bridge);
