import { appMessages } from './app.ts';

/** The map of the text beside its scroll bar. */
export const minimapMessages = {
  label: 'Map of the text',
  /** "43 %, Chapter 5": where the reader is; the innermost heading last. */
  place: (share: number, headings: readonly string[]): string =>
    [appMessages.progress(share), ...headings.slice(-1)].join(', '),
  path: (headings: readonly string[]): string => headings.join(' › '),
  share: (share: number): string => appMessages.progress(share),
} as const;
