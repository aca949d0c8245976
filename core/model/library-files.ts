import { z } from 'zod';
import { annotationSchema } from './annotation.ts';
import {
  documentContentSchema,
  documentEntrySchema,
  documentIdSchema,
  readingPlaceSchema,
} from './document.ts';
import type { Migrations } from './migrations.ts';
import { settingsSchema } from './settings.ts';
import { tagSchema } from './tag.ts';

/** A kind of file: its name in the envelope, the version this program writes, the schema of its data. */
export interface FileKind<T> {
  readonly kind: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** Empty as long as every kind is at version 1. */
  readonly migrations: Migrations;
}

/** The number of the last change in the history that a file has in it. */
const seq = z.int().min(0);

const libraryData = z
  .object({ seq, documents: z.array(documentEntrySchema).readonly() })
  .readonly();
export type LibraryData = z.infer<typeof libraryData>;
export const libraryFile: FileKind<LibraryData> = {
  kind: 'library',
  version: 1,
  schema: libraryData,
  migrations: {},
};

const tagsData = z.object({ seq, tags: z.array(tagSchema).readonly() }).readonly();
export type TagsData = z.infer<typeof tagsData>;
export const tagsFile: FileKind<TagsData> = {
  kind: 'tags',
  version: 1,
  schema: tagsData,
  migrations: {},
};

const annotationsData = z
  .object({ seq, annotations: z.array(annotationSchema).readonly() })
  .readonly();
export type AnnotationsData = z.infer<typeof annotationsData>;
export const annotationsFile: FileKind<AnnotationsData> = {
  kind: 'annotations',
  version: 1,
  schema: annotationsData,
  migrations: {},
};

const placesData = z.record(documentIdSchema, readingPlaceSchema).readonly();
export type PlacesData = z.infer<typeof placesData>;
export const placesFile: FileKind<PlacesData> = {
  kind: 'reading',
  version: 1,
  schema: placesData,
  migrations: {},
};

/** Derived: a version that is behind is made again from the source, never migrated. */
export const documentFile: FileKind<z.infer<typeof documentContentSchema>> = {
  kind: 'document',
  version: 1,
  schema: documentContentSchema,
  migrations: {},
};

export const settingsFile: FileKind<z.infer<typeof settingsSchema>> = {
  kind: 'settings',
  version: 1,
  schema: settingsSchema,
  migrations: {},
};

/** The first line of history/journal.ndjson has this kind and version. */
export const journalKind = { kind: 'history', version: 1 } as const;
