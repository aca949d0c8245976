import type { Result } from '../../core/contract.ts';
import type { DocumentFields, Patch, Stamp } from '../../core/edit/patch.ts';
import type { EditLabel } from '../../core/edit/labels.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import type { Services } from '../services.ts';
import type { AppliedEdit } from '../store/library-types.ts';
import { failed, ok } from '../store/outcome.ts';

type Context = Pick<Services, 'library' | 'stamp'>;

/** Changes fields of a document's entry as one edit that can be undone. */
export async function changeDocument(
  { library, stamp }: Context,
  id: DocumentId,
  label: EditLabel,
  fields: DocumentFields,
): Promise<Result<AppliedEdit>> {
  const entry = library.documents().find((document) => document.id === id);
  if (entry === undefined) return failed('not-found', messages.noDocument);
  const patch = documentPatch(entry, label, fields, stamp);
  const applied = await library.apply(patch);
  return applied.ok ? ok({ patch, history: applied.value }) : applied;
}

function documentPatch(
  entry: DocumentEntry,
  label: EditLabel,
  fields: DocumentFields,
  stamp: Stamp,
): Patch {
  const names = Object.keys(fields) as (keyof DocumentFields)[];
  const before = Object.fromEntries(names.map((name) => [name, entry[name]]));
  return {
    id: stamp.id(),
    at: stamp.now(),
    label,
    changes: [{ entity: 'document', id: entry.id, before, after: fields }],
  };
}
