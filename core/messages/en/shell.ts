import type { MenuName } from '../../commands.ts';

/** What the menus, system dialogs and the program's own failures say. */
export const shellMessages = {
  menus: {
    file: '&File',
    edit: '&Edit',
    view: '&View',
    mark: '&Mark',
    help: '&Help',
  } satisfies Record<MenuName, string>,
  menuWindow: '&Window',
  fullScreen: 'Full Screen',
  quit: 'Quit',
  pickTitle: 'Open Files',
  pickButton: 'Open',
  pickFolderTitle: 'Add a Folder',
  pickFolderButton: 'Add',
  readableFiles: 'Books, Documents, Web Pages and Texts',
  allFiles: 'All Files',
  exportTitle: 'Export Marks',
  exportButton: 'Export',
  cannotOpenTitle: 'Commonplace cannot open the library',
  cannotOpen: (folder: string, why: string) => `${why}\n\nLibrary: ${folder}`,
  unknownCall: (name: string) => `The program has no call named “${name}”.`,
  invalidInput: (name: string, where: string) =>
    `“${name}” was called with something it cannot take (${where}). Nothing was changed.`,
  forbidden: 'Only the window of the program may ask this.',
  internal: 'Something went wrong inside the program. What was saved before is safe.',
  closeTitle: (waiting: number) =>
    waiting === 1 ? 'One change is not saved' : `${String(waiting)} changes are not saved`,
  closeDetail: (why: string) =>
    `${why}\n\nWhile the window is open, nothing is lost: Commonplace goes on trying. Closing it now loses what is not saved.`,
  keepOpen: 'Keep Open',
  closeAnyway: 'Close Anyway',
  closing: 'The program is closing.',
  noDocument: 'This text is not in the library.',
  badPlace:
    'A link to Commonplace was refused, because it does not name a text or a mark as Commonplace writes it. Nothing was opened or changed.',
  placeElsewhere:
    'A link names a text that is not in this library. Open the library that it was copied from, then the link again.',
  placeInBin: (title: string) =>
    `A link names “${title}”, which is in the bin. Restore it there, then open the link again.`,
  badLink: 'Only web and mail addresses can be opened.',
  cannotWrite: (path: string, why: string) => `The file ${path} could not be written: ${why}.`,
  importFailed: (name: string, why: string) => `${name}: ${why}`,
  welcomeIncomplete: 'The welcome document could not be opened.',
} as const;
