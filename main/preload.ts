import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../core/contract.ts';

// The one thing that the page gets from outside. main checks every call; the names of the channels stand in
// main/shell/identity.ts too, because a preload imports nothing.
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
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
