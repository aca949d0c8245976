// Work that is done on several lines at once.

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {readonly string[]} [after] names of jobs that must have ended; one that is not in the list counts as ended
 * @property {() => Promise<unknown>} run must not reject
 */

/**
 * Whenever a line is free, the first job in the list that may start does.
 *
 * @param {number} lines
 * @param {readonly Job[]} jobs
 */
export async function onLines(lines, jobs) {
  const waiting = [...jobs];
  const running = new Map();
  const ended = (name) => !running.has(name) && !waiting.some((job) => job.name === name);
  const start = ({ name, run }) => {
    running.set(
      name,
      run().then(() => running.delete(name)),
    );
  };
  while (waiting.length > 0 || running.size > 0) {
    const next =
      running.size < lines ? waiting.findIndex(({ after = [] }) => after.every(ended)) : -1;
    if (next >= 0) start(...waiting.splice(next, 1));
    else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`these wait for each other: ${waiting.map(({ name }) => name).join()}`);
  }
}
