import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSchemas } from './schemas.ts';

// node scripts/schemas.mjs: writes docs/schemas anew.

const folder = process.argv[2] ?? '';
await mkdir(folder, { recursive: true });
for (const [name, schema] of formatSchemas()) {
  await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
}
