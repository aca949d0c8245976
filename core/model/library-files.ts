import { z } from 'zod';
import { annotationSchema } from './annotation.ts';
import {
  documentContentSchema,
  documentEntrySchema,
  documentIdSchema,
  readingPlaceSchema,
} from './document.ts';
import { itemSchema } from './item.ts';
import type { Migrations } from './migrations.ts';
import { documentPagesSchema, type DocumentPages } from './pages.ts';
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

/** Something that was taken away. `was` brings it back from the bin; null once the bin was emptied. */
export interface Removed<E> {
  readonly id: string;
  readonly at: string;
  readonly was: E | null;
}

const removedList = <E extends z.ZodType>(entity: E) =>
  z
    .array(z.object({ id: z.string(), at: z.iso.datetime(), was: entity.nullable() }).readonly())
    .readonly()
    .default([]);

/** What every shared file says of its changes; files that were written before there was a second writer lack parts. */
const common = {
  /** The number of the last change in the writer's history that the file has in it. */
  seq: z.int().min(0),
  /** Whose history `seq` counts in. */
  journal: z.string().optional(),
  /** When an entity was last changed, by id, where that is later than its own date: after an undo or a restore. */
  touched: z.record(z.string(), z.iso.datetime()).readonly().default({}),
};

const libraryData = z
  .object({
    ...common,
    documents: z.array(documentEntrySchema).readonly(),
    removed: removedList(documentEntrySchema),
  })
  .readonly();
export type LibraryData = z.infer<typeof libraryData>;
export const libraryFile: FileKind<LibraryData> = {
  kind: 'library',
  version: 1,
  schema: libraryData,
  migrations: {},
};

const tagsData = z
  .object({ ...common, tags: z.array(tagSchema).readonly(), removed: removedList(tagSchema) })
  .readonly();
export type TagsData = z.infer<typeof tagsData>;
export const tagsFile: FileKind<TagsData> = {
  kind: 'tags',
  version: 1,
  schema: tagsData,
  migrations: {},
};

const itemsData = z
  .object({ ...common, items: z.array(itemSchema).readonly(), removed: removedList(itemSchema) })
  .readonly();
export type ItemsData = z.infer<typeof itemsData>;
/** Rules, saved filters, bookmarks and the library's memo. */
export const itemsFile: FileKind<ItemsData> = {
  kind: 'items',
  version: 1,
  schema: itemsData,
  migrations: {},
};

const annotationsData = z
  .object({
    ...common,
    annotations: z.array(annotationSchema).readonly(),
    removed: removedList(annotationSchema),
  })
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

/** Derived as well: how the pages of a source carry its text. */
export const pagesFile: FileKind<DocumentPages> = {
  kind: 'pages',
  version: 1,
  schema: documentPagesSchema,
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
