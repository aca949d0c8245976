import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { codebookFileMessages } from '../../core/messages/en/codebook.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import { readableEndings } from '../../core/text/readable-endings.ts';
import type { Dialogs } from '../services.ts';

/** The system's dialogs, over the window. They start in the documents folder, and remember by themselves. */
export function createDialogs(window: BrowserWindow): Dialogs {
  const documents = () => app.getPath('documents');
  return {
    pickFiles: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: messages.pickTitle,
        buttonLabel: messages.pickButton,
        defaultPath: documents(),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: messages.readableFiles, extensions: [...readableEndings] },
          { name: messages.allFiles, extensions: ['*'] },
        ],
      });
      return canceled ? [] : filePaths;
    },
    pickFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: messages.pickFolderTitle,
        buttonLabel: messages.pickFolderButton,
        defaultPath: documents(),
        properties: ['openDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    pickCodebook: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: codebookFileMessages.pickTitle,
        buttonLabel: codebookFileMessages.pickButton,
        defaultPath: documents(),
        properties: ['openFile'],
        filters: [
          { name: codebookFileMessages.files, extensions: ['csv', 'qdc'] },
          { name: messages.allFiles, extensions: ['*'] },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    pickSavePath: async (name, kind) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: messages.exportTitle,
        buttonLabel: messages.exportButton,
        defaultPath: path.join(documents(), name),
        filters: [{ name: kind.name, extensions: [kind.extension] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    confirmClose: async (waiting, why) => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: messages.closeTitle(waiting),
        detail: messages.closeDetail(why),
        buttons: [messages.keepOpen, messages.closeAnyway],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
  };
}
