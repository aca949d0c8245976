/** Has no types of its own; loading it makes pdf.js parse in the thread that it is in. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
