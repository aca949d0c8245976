/** Why a file did not become a text of the library. Each says what happened, what is safe, and what to do. */
export const importMessages = {
  emptyFile: (name: string) =>
    `“${name}” is empty. Nothing was added to the library. Check that the file was saved with its text.`,
  nothingToRead: (name: string) =>
    `“${name}” holds no text to read. The file is unchanged and nothing was added to the library. If it shows words, they are part of a drawing or hidden: save it as PDF and add that.`,
  nothingOnPage: (name: string) =>
    `“${name}” holds no text to read. Nothing was added to the library. If it is a page built by a script, save it from the browser once it is shown, then add that file.`,
  nothingInMail: (name: string) =>
    `“${name}” holds no text of its own. The file is unchanged and nothing was added to the library. If it came with attachments, save them from your mail program and add those.`,
  binaryFile: (name: string) =>
    `“${name}” is not text. Nothing was added to the library. Choose a text, a book, a PDF or another document.`,
  unsupported: (name: string, kind: string) =>
    `“${name}” was not added: ${kind} cannot be opened yet. The file is unchanged. Save its text as plain text, PDF or HTML and add that.`,
  tooLarge: (name: string, limit: string) =>
    `“${name}” is larger than ${limit}, the most that can be opened. The file is unchanged. Split it into parts and add them one by one.`,
  tooManyEntries: (name: string) =>
    `“${name}” holds more files than can be opened. The file is unchanged. Unpack it and add what you want to read.`,
  unpacksTooLarge: (name: string, limit: string) =>
    `“${name}” unpacks to more than ${limit}, the most that can be opened. The file is unchanged. If you trust it, unpack it and add what you want to read.`,
  brokenArchive: (name: string) =>
    `“${name}” is damaged: what it holds cannot be unpacked. The file is unchanged and nothing was added to the library. Get the file once more and add that.`,
  damaged: (name: string, kind: string) =>
    `“${name}” begins like ${kind}, but what follows is missing or damaged. The file is unchanged and nothing was added to the library. Get the file once more and add that.`,
  oldWord: (name: string) =>
    `“${name}” is a Word document of the old kind (.doc), which cannot be opened. The file is unchanged. Save it as .docx in Word or LibreOffice and add that.`,
  encrypted: (name: string) =>
    `“${name}” is protected by encryption or copy protection, so its text cannot be read. The file is unchanged and nothing was added to the library. Add a copy without protection.`,
  needsPassword: (name: string) =>
    `“${name}” is protected by a password, so its text cannot be read. The file is unchanged and nothing was added to the library. Save a copy without the password and add that.`,
  tooManyBlocks: (name: string, limit: string) =>
    `“${name}” has more than ${limit} paragraphs, the most that can be opened. The file is unchanged. Split it into parts and add them one by one.`,
  tooMuchMemory: (name: string) =>
    `“${name}” is too large or too deeply nested to be read in the memory there is. The file is unchanged. Split it into parts and add them one by one.`,
  tooSlow: (name: string, seconds: number) =>
    `“${name}” was not read within ${seconds} seconds, so reading it was stopped. The file is unchanged. Split it into parts, or save it as plain text and add that.`,
  cancelled: (name: string) => `Adding “${name}” was cancelled. Nothing was added to the library.`,
  failed: (name: string) =>
    `“${name}” could not be read. The file is unchanged and nothing was added to the library. Save its text as plain text and add that.`,
  vanished: (name: string) =>
    `“${name}” is no longer where it was. Nothing was added to the library. Check that it was not moved or renamed, and add it again.`,
  folder: (name: string) =>
    `“${name}” is a folder. Nothing was added to the library. Choose the files inside it.`,
  closedFolder: (name: string) =>
    `The folder “${name}” could not be looked into. Nothing in it was added to the library. Change its permissions, then add it again.`,
  notAFile: (name: string) =>
    `“${name}” is not an ordinary file. Nothing was added to the library. Choose a document.`,
  notAllowed: (name: string) =>
    `You may not read “${name}”. Nothing was added to the library. Change the permissions of the file, then add it again.`,
  unreadable: (name: string) =>
    `“${name}” could not be read from the disk. Nothing was added to the library. Check the disk or the connection, then add it again.`,
} as const;

/** Names of what a file says of itself, among the details of a text. */
export const detailNames = {
  savedFrom: 'Saved from',
  savedOn: 'Saved on',
  to: 'To',
  cc: 'Cc',
} as const;

/** Kinds of file that are known but not opened, as the subject of "… cannot be opened yet". */
export const fileKinds = {
  pdf: 'PDF files',
  epub: 'EPUB books',
  office: 'Office documents other than Word’s',
  oldWord: 'old Word documents',
  openDocument: 'OpenDocument files other than texts',
  archive: 'archives',
  image: 'images',
  audio: 'audio files',
  video: 'videos',
  program: 'programs',
  database: 'databases',
  font: 'fonts',
  richText: 'rich text (RTF) files',
  mobipocket: 'Kindle and Mobipocket books',
  djvu: 'DjVu files',
  postscript: 'PostScript files',
} as const;
export type FileKind = keyof typeof fileKinds;

/** What a damaged file begins like. */
export const damagedKinds = {
  word: 'a Word document',
  openDocument: 'an OpenDocument text',
  richText: 'a rich text (RTF) file',
  fictionBook: 'a FictionBook',
} as const;
