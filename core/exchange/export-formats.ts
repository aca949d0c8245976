export const exportFormats = ['markdown', 'jsonld', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];
