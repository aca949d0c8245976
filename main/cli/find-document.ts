import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import { fold } from '../../core/text/fold.ts';
import type { Library } from '../store/library-types.ts';
import { problem, type CliProblem } from './cli-types.ts';
import { short } from './output.ts';

/** Documents that are not in the bin, in their order. */
export function shelf(library: Library): DocumentEntry[] {
  return library.documents().filter((entry) => entry.removed === null);
}

/** By id, by whole title, by a part of the title; case and accents do not count, and guesses are not made. */
export function findDocument(library: Library, wanted: string): DocumentEntry | CliProblem {
  const entries = shelf(library);
  const byId = entries.find((entry) => entry.id === wanted);
  if (byId !== undefined) return byId;
  const words = fold(wanted.trim());
  const whole = entries.filter((entry) => fold(entry.title) === words);
  const fitting =
    whole.length > 0 ? whole : entries.filter((entry) => fold(entry.title).includes(words));
  const [only, ...others] = words === '' ? [] : fitting;
  if (only === undefined) return problem(messages.unknownText(short(wanted)));
  if (others.length === 0) return only;
  const candidates = fitting.map((entry) => `${short(entry.title, 40)} (${entry.id})`).join(', ');
  return problem(messages.ambiguousText(short(wanted), candidates));
}
