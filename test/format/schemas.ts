import { z } from 'zod';
import { patchSchema } from '../../core/edit/patch-schema.ts';
import { checksFile, manifestFile } from '../../core/model/backup-files.ts';
import {
  annotationsFile,
  documentFile,
  itemsFile,
  journalKind,
  libraryFile,
  pagesFile,
  placesFile,
  settingsFile,
  tagsFile,
} from '../../core/model/library-files.ts';
import { holderSchema } from '../../main/store/lock.ts';

const kinds = [
  libraryFile,
  tagsFile,
  itemsFile,
  annotationsFile,
  placesFile,
  documentFile,
  pagesFile,
  settingsFile,
  manifestFile,
  checksFile,
];

const crc = z.string().regex(/^[0-9a-f]{8}$/);

/** Two kinds of lines: the first of the file, and all that follow. */
const journalLine = z.union([
  z.object({
    kind: z.literal(journalKind.kind),
    version: z.literal(journalKind.version),
    data: z.object({ after: z.int().min(0) }),
    crc,
  }),
  z.object({
    seq: z.int().min(1),
    type: z.enum(['do', 'undo', 'redo', 'put']),
    patch: patchSchema,
    at: z.iso.datetime().optional(),
    times: z.record(z.string(), z.iso.datetime()).optional(),
    crc,
  }),
]);

/** A JSON Schema for each kind of file in a library, by the name of its file in docs/schemas. */
export function formatSchemas(): ReadonlyMap<string, object> {
  const files = kinds.map(({ kind, version, schema }) => {
    const envelope = z.object({ kind: z.literal(kind), version: z.literal(version), data: schema });
    return [`${kind}.json`, jsonSchema(`Commonplace: ${kind}`, envelope)] as const;
  });
  return new Map([
    ...files,
    ['history-line.json', jsonSchema('Commonplace: a line of history/journal.ndjson', journalLine)],
    ['lock.json', jsonSchema('Commonplace: library.lock', holderSchema)],
  ]);
}

/** For what is read, so that parts with a default may be left out. */
function jsonSchema(title: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema: part }) => {
      // Of TypeScript's making: it says nothing of the file.
      delete part.readOnly;
      // The formats' names say the same as their long patterns; times are in UTC always.
      if (part.format === 'uuid') delete part.pattern;
      if (part.format === 'date-time') part.pattern = 'Z$';
    },
  });
  return { $schema, title, ...rest };
}
