import { importMessages } from '../../core/messages/en/imports.ts';
import { failed } from './import-failure.ts';
import { alone, type ImportAnswer, type ImportJob } from './import-job.ts';
import { parseSource } from './parse-source.ts';

/** What an importing process does with a job, whatever runs it. It is given bytes and gives back a document. */
export async function answerJob({
  bytes,
  name,
  options,
  limits,
}: ImportJob): Promise<ImportAnswer> {
  try {
    const result = await parseSource(bytes, name, options, limits);
    if (!result.ok) return { json: JSON.stringify(result), pictures: [], fault: null };
    const { content, pages, pictures } = result.value;
    const files = pictures.map(({ file }) => file);
    return {
      json: JSON.stringify({ ok: true, value: { content, pages, files } }),
      pictures: pictures.map((picture) => alone(picture.bytes)),
      fault: null,
    };
  } catch (error) {
    // A fault in a parser must not look like a lost file.
    const refusal = failed('import-failed', importMessages.failed(name));
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { json: JSON.stringify(refusal), pictures: [], fault };
  }
}
