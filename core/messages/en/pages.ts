const number = new Intl.NumberFormat('en');

/** The pages of a PDF as they look, and how they are looked at. */
export const pageMessages = {
  none: 'This text has no pages.',
  shown: { pages: 'Page view', text: 'Reading view' },
  show: { pages: 'Show the pages as printed', text: 'Show as running text' },
  page: (label: string): string => `Page ${label}`,
  /** The label, and the place among all pages where that says more. */
  place: (label: string, index: number, count: number): string =>
    label === String(index + 1)
      ? `p. ${label} of ${number.format(count)}`
      : `p. ${label} · ${number.format(index + 1)} of ${number.format(count)}`,
  goTo: 'Go to a page',
  zoom: 'Size of the pages',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  percent: (share: number): string => `${number.format(Math.round(share * 100))} %`,
  fitWidth: 'Fit width',
  fitPage: 'Fit page',
  fit: { width: 'Width', page: 'Page' },
  link: (to: string): string => `Link to ${to}`,
  linkToPage: (label: string): string => `Link to page ${label}`,
  slow: 'This page takes too long to draw. Its text can still be read and marked.',
  failed: 'This page could not be drawn. Its text can still be read and marked.',
  firstPages: (name: string): string => `First pages of ${name}`,
  tryAgain: 'Try again',
} as const;
