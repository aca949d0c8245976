import marks from '../assets/welcome-marks.json?raw';
import text from '../assets/welcome.md?raw';
import { welcomeMarksSchema, type Welcome } from './welcome.ts';

/** The welcome document that comes with the program. */
export function bundledWelcome(): Welcome {
  return { text, marks: welcomeMarksSchema.parse(JSON.parse(marks)) };
}
